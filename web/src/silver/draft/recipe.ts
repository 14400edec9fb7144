import type { Schemas } from '../../api/api'

export type Recipe = Schemas['SilverRecipe']
export type Column = Schemas['SilverColumn']
export type Step = Schemas['Cleaning']
export type StepKind = Step['step']
export type Evidence = Schemas['Evidence']
export type Author = Schemas['Author']
export type InForce = Schemas['RecipeInForce']

/** The name that a column has in Silver. */
export const nameOf = (column: Column) => column.silver_name ?? column.source_column

/**
 * What each column is known by while it is edited: where it comes from, which neither a new name nor a new place
 * changes. Of several that come from one, the second is `name#2`.
 */
export function keysOf(columns: readonly Column[]): string[] {
  const seen = new Map<string, number>()
  return columns.map(({ source_column }) => {
    const times = (seen.get(source_column) ?? 0) + 1
    seen.set(source_column, times)
    return times === 1 ? source_column : `${source_column}#${times}`
  })
}

export function columnsByKey(recipe: Recipe): Map<string, Column> {
  const columns = recipe.columns ?? []
  const keys = keysOf(columns)
  return new Map(columns.map((column, index) => [keys[index] as string, column]))
}

/** Whether a step turns text into a value, and so comes last. */
export const parses = (step: Step) => step.step.startsWith('parse_')

/** The types that a column may have, those with parameters by their first word. */
export const TYPES = [
  'TEXT',
  'INTEGER',
  'BIGINT',
  'DECIMAL',
  'DOUBLE',
  'BOOLEAN',
  'DATE',
  'TIMESTAMP',
  'TIMESTAMPTZ',
  'TIME',
  'UUID',
] as const

export type TypeName = (typeof TYPES)[number]

/** DECIMAL(12,2) is DECIMAL with 12 digits, 2 of them behind the point. */
export function typeParts(type: string | undefined): {
  name: TypeName
  digits: number
  decimals: number
} {
  const match = /^([A-Z]+)(?:\((\d+)\s*,\s*(\d+)\))?$/.exec(type ?? 'TEXT')
  const name = TYPES.find((known) => known === match?.[1]) ?? 'TEXT'
  return { name, digits: Number(match?.[2] ?? 18), decimals: Number(match?.[3] ?? 2) }
}

export function typeText(name: TypeName, digits: number, decimals: number): string {
  return name === 'DECIMAL' ? `DECIMAL(${digits},${decimals})` : name
}
