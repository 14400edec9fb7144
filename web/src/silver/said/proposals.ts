import type { TFunction } from 'i18next'
import type { Schemas } from '../../api/api'
import { count } from '../../common/format'
import { typeParts } from '../draft/recipe'

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
      return edit?.edit === 'split'
        ? t('because.unit', { columns, units: unitsOf(edit) })
        : undefined
    case 'DEPENDENCY':
      return dependencyWords(t, proposal)
    case 'DUPLICATES':
      return duplicateWords(t, proposal)
    case 'RECIPE':
      return recipeWords(t, proposal)
    case 'CAST':
      return edit?.edit === 'cast'
        ? t('because.cast', { columns, type: t(`types.${typeParts(edit.target_type).name}`) })
        : undefined
  }
}

type SplitEdit = Extract<Schemas['RecipeEdit'], { edit: 'split' }>

/** The units that are written beside the amounts, each by its one name. */
function unitsOf({ into }: SplitEdit): string {
  const steps = into.flatMap((column) => column.cleaning ?? [])
  const names = steps.flatMap((step) =>
    step.step === 'take_unit' ? Object.values(step.units) : [],
  )
  return [...new Set(names)].join(', ')
}

/** One column that settles others, and the rows in which it does not. */
function dependencyWords(t: TFunction<'silver'>, { columns, rows, edits }: Proposal) {
  const [from, ...settled] = columns
  const words = t('because.dependency', {
    from,
    columns: settled.join(', '),
    count: rows,
    rows: count(rows),
  })
  return edits.length > 0 ? `${words} ${t('because.typos')}` : words
}

function duplicateWords(t: TFunction<'silver'>, { columns, rows, edits }: Proposal) {
  const named = { count: rows, rows: count(rows) }
  const [edit] = edits
  if (edit?.edit === 'deduplicate')
    return edit.deduplication?.strategy === 'KEEP_LATEST'
      ? t('because.latest', {
          ...named,
          key: edit.deduplication?.key_columns?.join(', '),
          time: columns.at(-1),
        })
      : t('because.alike', named)
  const [only, ...others] = columns
  return others.length === 0
    ? t('because.butOne', { ...named, column: only })
    : t('because.nearlyAlike', named)
}

const ADDED = ['rename', 'validate', 'add_rule', 'mask_column', 'deduplicate'] as const

/** A ready-made recipe, and how many of which changes it brings. */
function recipeWords(t: TFunction<'silver'>, { columns, rows, edits }: Proposal) {
  const added = ADDED.map(
    (kind) => [kind, edits.filter(({ edit }) => edit === kind).length] as const,
  )
    .filter(([, many]) => many > 0)
    .map(([kind, many]) => t(`because.adds.${kind}`, { count: many }))
  const words = t('because.recipe', { columns: columns.join(', '), added: added.join(', ') })
  return rows > 0 ? `${words} ${t('because.warned', { count: rows, rows: count(rows) })}` : words
}

/** What the rules call rows that are totals, and those that only call themselves so. */
const TOTALS = 'totals'
const BY_LABEL = 'totals_by_label'

/** Why rows are left out on purpose; undefined where only who has asked for it can say. */
export function filterWords(t: TFunction<'silver'>, filter: Schemas['RowFilter']) {
  const { name, column } = filter
  if (name === TOTALS) return t('filters.why.totals', { column })
  return name === BY_LABEL ? t('filters.why.labels', { column }) : undefined
}

function shapeWords(t: TFunction<'silver'>, { columns, rows, edits }: Proposal) {
  const named = { columns: columns.join(', '), count: rows, rows: count(rows) }
  const [edit] = edits
  if (edit?.edit === 'add_filter' && edits.length === 1)
    return edit.filter.name === BY_LABEL ? t('because.labels', named) : t('because.totals', named)
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
