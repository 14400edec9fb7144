import { columnsByKey, keysOf, nameOf, type Column, type Recipe } from './recipe'

/** Which thing about a column differs. */
export type Aspect = 'name' | 'type' | 'steps' | 'nulls' | 'checks' | 'mask'

/** What concerns the table as a whole. */
export const PARTS = ['deduplication', 'shape', 'filters', 'rules', 'reject_limit'] as const
export type Part = (typeof PARTS)[number]

/** One way in which a recipe differs from another. */
export type Change =
  | { kind: 'added' | 'removed'; key: string; name: string }
  /** `was` is what it was called, where the name is another. */
  | { kind: 'changed'; key: string; name: string; was?: string; aspects: Aspect[] }
  | { kind: 'order' }
  | { kind: 'table'; part: Part }

const ASPECTS: Record<Aspect, (column: Column) => unknown> = {
  name: nameOf,
  type: (column) => column.target_type ?? 'TEXT',
  // The expression is a rendering of the steps, where there are any.
  steps: (column) => column.cleaning ?? column.cast_expression,
  nulls: (column) => [column.null_strategy ?? 'KEEP_NULL', column.default_value],
  checks: (column) => [
    column.validation,
    column.validation ? (column.on_violation ?? 'REJECT') : undefined,
  ],
  mask: (column) => column.mask,
}

const FIELDS: Record<Aspect, (keyof Column)[]> = {
  name: ['silver_name'],
  type: ['target_type', 'cleaning', 'cast_expression', 'evidence'],
  steps: ['target_type', 'cleaning', 'cast_expression', 'evidence'],
  nulls: ['null_strategy', 'default_value'],
  checks: ['validation', 'on_violation'],
  mask: ['mask'],
}

const NOTHING: Partial<Record<Part, string>> = {
  deduplication: canonical({ strategy: 'NONE' }),
  shape: '[]',
  filters: '[]',
  rules: '[]',
}

/** Whether two values say the same, whatever the order of their fields and whether they are left out or null. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(
            Object.entries(inner)
              .filter(([, field]) => field !== null && field !== undefined)
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : inner,
    ) ?? 'undefined'
  )
}

export function aspectsChanged(before: Column, after: Column): Aspect[] {
  if (before === after) return []
  return (Object.keys(ASPECTS) as Aspect[]).filter(
    (aspect) => !same(ASPECTS[aspect](before), ASPECTS[aspect](after)),
  )
}

const partText = (recipe: Recipe, part: Part) => {
  const value = recipe[part]
  return value === undefined || value === null
    ? (NOTHING[part] ?? 'undefined')
    : canonical(
        part === 'deduplication' && (value as Recipe['deduplication'])?.strategy === 'NONE'
          ? { strategy: 'NONE' }
          : value,
      )
}

/** What a person has to know to tell one recipe from another; what was measured or asked is not part of that. */
export function changes(before: Recipe, after: Recipe): Change[] {
  const was = columnsByKey(before)
  const is = columnsByKey(after)
  const found: Change[] = []
  for (const [key, column] of is) {
    const earlier = was.get(key)
    if (!earlier) found.push({ kind: 'added', key, name: nameOf(column) })
    else {
      const aspects = aspectsChanged(earlier, column)
      const was = aspects.includes('name') ? { was: nameOf(earlier) } : {}
      if (aspects.length > 0)
        found.push({ kind: 'changed', key, name: nameOf(column), ...was, aspects })
    }
  }
  for (const [key, column] of was)
    if (!is.has(key)) found.push({ kind: 'removed', key, name: nameOf(column) })
  if (orderChanged(before, after)) found.push({ kind: 'order' })
  for (const part of PARTS)
    if (partText(before, part) !== partText(after, part)) found.push({ kind: 'table', part })
  return found
}

function orderChanged(before: Recipe, after: Recipe): boolean {
  const was = keysOf(before.columns ?? [])
  const is = keysOf(after.columns ?? [])
  const inBoth = (one: string[], other: Set<string>) => one.filter((key) => other.has(key))
  const stayed = inBoth(is, new Set(was))
  return inBoth(was, new Set(is)).some((key, index) => key !== stayed[index])
}

/** Whether two recipes build the same Silver. */
export const alike = (one: Recipe, other: Recipe) => changes(one, other).length === 0

/** My changes of a recipe made again on what somebody else has made of it; where both changed a thing, mine stays. */
export function onTop(base: Recipe, mine: Recipe, theirs: Recipe): Recipe {
  const began = columnsByKey(base)
  const wanted = columnsByKey(mine)
  const there = columnsByKey(theirs)
  const together = new Map<string, Column>()
  for (const [key, column] of there) {
    const own = wanted.get(key)
    const first = began.get(key)
    if (!own) {
      if (!first) together.set(key, column)
    } else together.set(key, first ? both(first, own, column) : own)
  }
  for (const [key, own] of wanted) {
    const first = began.get(key)
    const touched = !first || aspectsChanged(first, own).length > 0
    if (!there.has(key) && touched) together.set(key, own)
  }
  let order = [...together.keys()]
  if (orderChanged(base, mine)) {
    const place = keysOf(mine.columns ?? [])
    const at = (key: string) => (place.includes(key) ? place.indexOf(key) : place.length)
    order = order.sort((one, other) => at(one) - at(other))
  }
  const recipe: Recipe = { ...theirs, columns: order.map((key) => together.get(key) as Column) }
  for (const part of PARTS)
    if (partText(base, part) !== partText(mine, part)) Object.assign(recipe, { [part]: mine[part] })
  return recipe
}

function both(first: Column, mine: Column, theirs: Column): Column {
  const column: Column = { ...theirs }
  for (const aspect of aspectsChanged(first, mine))
    for (const field of FIELDS[aspect]) Object.assign(column, { [field]: mine[field] })
  return column
}
