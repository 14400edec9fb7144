import type { TFunction } from 'i18next'
import type { Schemas } from '../../api/api'
import { count } from '../../common/format'

type Proposal = Schemas['Proposal']

/** Why a change is proposed, in the page's own words; undefined where only the server's sentence tells. */
export function proposalWords(t: TFunction<'silver'>, proposal: Proposal): string | undefined {
  // A language model says in its own words why.
  if (proposal.author === 'MODEL') return undefined
  const columns = proposal.columns.join(', ')
  const rows = { count: proposal.rows, rows: count(proposal.rows) }
  const [edit] = proposal.edits
  switch (proposal.kind) {
    case 'PERSONAL_DATA':
      return t('because.personal', { columns })
    case 'SENTINEL':
      return edit?.edit === 'treat_as_missing'
        ? t('because.sentinel', { ...rows, columns, tokens: edit.tokens.join(', ') })
        : undefined
    case 'SPELLING':
      return t('because.spelling', { ...rows, columns })
    case 'VALIDATION':
      return edit?.edit === 'validate'
        ? t('because.validation', { ...rows, columns, check: edit.validation })
        : undefined
    case 'RULE':
      return edit?.edit === 'add_rule'
        ? t('because.rule', { ...rows, condition: edit.rule.condition })
        : undefined
    case 'SPLIT':
      return edit?.edit === 'split'
        ? t('because.split', {
            columns,
            into: edit.into.map((one) => one.silver_name ?? one.source_column).join(', '),
          })
        : undefined
    case 'SHAPE':
      return shapeWords(t, proposal)
    case 'UNIT':
    case 'DEPENDENCY':
    case 'DUPLICATES':
    case 'RECIPE':
    case 'CAST':
      return undefined
  }
}

function shapeWords(t: TFunction<'silver'>, { columns, rows, edits }: Proposal) {
  const named = { columns: columns.join(', '), count: rows, rows: count(rows) }
  const [edit] = edits
  if (edit?.edit === 'add_filter' && edits.length === 1) return t('because.totals', named)
  if (edit?.edit !== 'add_shape') return undefined
  return edit.shape.shape === 'fill_down'
    ? t('because.fillDown', named)
    : t('because.unpivot', {
        count: edit.shape.columns.length,
        columns: count(edit.shape.columns.length),
        first: edit.shape.columns[0],
        last: edit.shape.columns.at(-1),
        name: edit.shape.name_column,
        value: edit.shape.value_column,
      })
}
