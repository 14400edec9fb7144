import type { TFunction } from 'i18next'
import { count } from '../../common/format'
import { typeParts, type Column, type Evidence } from '../draft/recipe'
import { stepDetail } from '../steps/stepText'
import { stepsOf } from '../steps/steps'

/**
 * Why a column is read as it is, in the page's own words, told from how it is read and what all rows say; undefined
 * where a language model or SQL decides, which nothing but its own words explains.
 */
export function whyWords(
  t: TFunction<'silver'>,
  column: Column,
  evidence: Evidence,
): string | undefined {
  const steps = stepsOf(column)
  if (evidence.author === 'MODEL' || steps.some((step) => step.step === 'custom')) return undefined
  const values = evidence.parsed + evidence.failed
  const clauses = [values === 0 ? t('why.nothing') : reading(t, column)]
  for (const step of steps)
    if (step.step === 'null_tokens')
      clauses.push(t('why.missing', { tokens: step.tokens.slice(0, MOST).join(', ') }))
  if (evidence.failed > 0)
    clauses.push(t('why.failed', { count: evidence.failed, rows: count(evidence.failed) }))
  if (column.validation) clauses.push(t('why.check', { check: column.validation }))
  return clauses.join(' ')
}

const MOST = 8

function reading(t: TFunction<'silver'>, column: Column): string {
  const kind = typeParts(column.target_type).name
  const parse = stepsOf(column).find((step) => step.step.startsWith('parse_'))
  const as = parse ? stepDetail(parse) : {}
  const type = t(`types.${kind}`)
  if (parse?.step === 'parse_date') return t('why.dates', { type, formats: as.formats })
  if (parse?.step === 'parse_number') return t('why.numbers', { type, example: as.example })
  if (parse?.step === 'parse_boolean') return t('why.truths', { yes: as.yes, no: as.no })
  return kind === 'TEXT' ? t('why.texts') : t('why.values', { type })
}
