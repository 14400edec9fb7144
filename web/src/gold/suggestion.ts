import type { TFunction } from 'i18next'
import { count } from '../common/format'
import { inWords } from '../common/names'
import { namesOf, type GoldTable } from './tables'

type Words = TFunction<'gold'>

const FEW = 3

/**
 * What a table is called, told from what it holds where rules have suggested it: their own question is in English.
 * That of a person or a model is theirs to word.
 */
export function titleOf(t: Words, table: GoldTable, english: boolean): string {
  const own = table.business_question || table.description || table.name
  const { reason } = table
  if (english || !reason || reason.kind === 'ASKED_FOR') return own
  const { dimensions, measures } = namesOf(table)
  const figures = few(t, measures)
  return dimensions.length === 0
    ? t('suggested.overall', { figures })
    : t('suggested.by', { figures, groups: few(t, dimensions) })
}

/** Why a table is suggested; its looking up other tables is told beside it already. */
export function reasonOf(t: Words, { reason }: GoldTable): string | undefined {
  switch (reason?.kind) {
    case 'ANSWERS':
      return t('suggested.answers', {
        count: reason.answers ?? 0,
        answers: count(reason.answers ?? 0),
        questions: count(reason.questions ?? 0),
      })
    case 'LOOKS_UP':
    case 'ASKED_FOR':
      return ''
    case undefined:
      return undefined
  }
}

function few(t: Words, names: string[]): string {
  const first = names.slice(0, FEW).map(inWords).join(', ')
  return names.length > FEW ? t('suggested.more', { first, count: names.length - FEW }) : first
}
