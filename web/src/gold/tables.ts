import type { Schemas } from '../api/api'

export type GoldTable = Schemas['GoldTable']
export type Query = Schemas['Query']
export type Layer = Schemas['MedallionLayer']

/** A Gold table that exists: its state, and what it is made by. */
export type Made = { layer: Layer; table: GoldTable }

/** The Gold tables of a source, in the order of their names. */
export function madeOf(layers: Layer[]): Made[] {
  return layers
    .filter((layer) => layer.layer === 'gold')
    .flatMap((layer) => {
      const table = recipe(layer)?.gold_tables[0]
      return table ? [{ layer, table }] : []
    })
    .sort((one, other) => one.table.name.localeCompare(other.table.name))
}

function recipe(layer: Layer): Schemas['GoldRecipe'] | undefined {
  const config = layer.schema_config
  return config && 'gold_tables' in config ? config : undefined
}

/** Whether a suggestion says what a table that exists says already. */
export function isMade(table: GoldTable, made: Made[]): boolean {
  return made.some(
    (one) =>
      one.table.name === table.name ||
      one.layer.table_name === table.name ||
      (table.query !== undefined && sameContent(table.query, one.table.query)),
  )
}

/** Same groups and figures of the same rows, whatever their order. */
function sameContent(one: Query, other: Query | undefined): boolean {
  return other !== undefined && JSON.stringify(content(one)) === JSON.stringify(content(other))
}

const content = (query: Query) => [
  query.table,
  query.joins ?? [],
  query.dimensions ?? [],
  query.measures ?? [],
  query.calculations ?? [],
  query.filters ?? [],
  query.having ?? [],
  query.limit ?? null,
  query.segment ?? null,
]

/** A table that exists, as it would be with figures that its rows have come to give since. */
export type Richer = { made: Made; table: GoldTable; suggested: string; gained: string[] }

/** Tables that exist and would hold more by a suggestion of the same groups and rows. */
export function richerOf(suggested: GoldTable[], made: Made[]): Richer[] {
  return made.flatMap((one) => {
    const old = one.table.query
    const better = old && suggested.find(({ query }) => query && holdsMore(query, old))
    if (!old || !better?.query) return []
    const known = new Set(old.measures?.map(figure))
    const gained = (better.query.measures ?? []).filter((measure) => !known.has(figure(measure)))
    const table = { ...better, name: one.table.name }
    return [
      { made: one, table, suggested: better.name, gained: gained.map((measure) => measure.name) },
    ]
  })
}

function holdsMore(query: Query, old: Query): boolean {
  const bare = (one: Query) => JSON.stringify(content({ ...one, measures: [], segment: undefined }))
  const given = new Set(query.measures?.map(figure))
  const had = (old.measures ?? []).map(figure)
  return bare(query) === bare(old) && given.size > had.length && had.every((one) => given.has(one))
}

const figure = ({ name, aggregate, column, formula, filters }: Schemas['Measure']) =>
  JSON.stringify([name, aggregate, column ?? null, formula ?? null, filters ?? []])

/** Whether it reads tables of other sources. */
export const isAcross = (table: GoldTable) => (table.query?.joins?.length ?? 0) > 0

/** What may be done with a figure when groups are put together. */
export type Adding = 'adds' | 'notOverTime' | 'average' | 'extreme' | 'never'

export function adding(
  measure: Schemas['Measure'],
  model: Schemas['SemanticModel'] | undefined,
): Adding {
  const known = model?.measures?.find(
    (one) => one.column !== undefined && one.column === measure.column,
  )
  switch (measure.aggregate) {
    case 'COUNT_ROWS':
    case 'COUNT':
      return 'adds'
    case 'SUM':
      if (known?.additivity === 'NON_ADDITIVE') return 'never'
      return known?.additivity === 'SEMI_ADDITIVE' ? 'notOverTime' : 'adds'
    case 'AVG':
      return 'average'
    case 'MIN':
    case 'MAX':
      return 'extreme'
    case 'COUNT_DISTINCT':
    case 'MEDIAN':
      return 'never'
  }
}

/** What was not yet built, as one edits it: by form or as SQL. */
export type Draft = {
  name: string
  description: string
  business_question: string
  /** The name stays when a table exists: its rows would else stand twice. */
  made: boolean
  made_by: { by: 'form'; query: Query } | { by: 'sql'; sql: string }
}

export function draftOf(table: GoldTable, made: boolean, silver: string): Draft {
  return {
    name: table.name,
    description: table.description ?? '',
    business_question: table.business_question ?? '',
    made,
    made_by: table.query
      ? { by: 'form', query: table.query }
      : table.sql
        ? { by: 'sql', sql: table.sql }
        : { by: 'form', query: emptyQuery(silver) },
  }
}

export const emptyQuery = (table: string): Query => ({
  table,
  dimensions: [],
  measures: [{ name: 'row_count', aggregate: 'COUNT_ROWS' }],
  filters: [],
  order_by: [],
})

/** As the server takes it; a person's, whoever suggested it. */
export function tableOf(draft: Draft): GoldTable {
  return {
    name: draft.name.trim(),
    description: draft.description.trim() || undefined,
    business_question: draft.business_question.trim() || undefined,
    ...(draft.made_by.by === 'form' ? { query: draft.made_by.query } : { sql: draft.made_by.sql }),
  }
}

/** The names of a query's groups and of its figures. */
export function namesOf(table: GoldTable): { dimensions: string[]; measures: string[] } {
  const query = table.query
  if (!query) return { dimensions: table.dimensions ?? [], measures: table.measures ?? [] }
  return {
    dimensions: (query.dimensions ?? []).map((dimension) => dimension.name),
    measures: [...(query.measures ?? []), ...(query.calculations ?? [])].map((one) => one.name),
  }
}
