import { columnsByKey, keysOf, nameOf, type Column, type Recipe } from './recipe'

/** Fields by which a value is read: what was measured of another reading no longer holds. */
const READING = ['source_column', 'target_type', 'cleaning', 'cast_expression'] as const

/** A column as a person has changed it: theirs from then on. */
export function changed(column: Column, change: Partial<Column>): Column {
  const next: Column = { ...column, ...change }
  if (READING.some((field) => field in change)) {
    // The expression is a rendering of the steps; the server renders it anew.
    if (!('cast_expression' in change)) delete next.cast_expression
    delete next.evidence
  } else if (next.evidence) next.evidence = { ...next.evidence, author: 'PERSON' }
  return Object.fromEntries(
    Object.entries(next).filter(([, value]) => value !== undefined),
  ) as unknown as Column
}

export function changeColumn(recipe: Recipe, key: string, change: Partial<Column>): Recipe {
  const keys = keysOf(recipe.columns ?? [])
  const before = recipe.columns?.[keys.indexOf(key)]
  if (!before) return recipe
  const settles = READING.some((field) => field in change)
  return {
    ...recipe,
    columns: recipe.columns?.map((column) =>
      column === before ? changed(column, change) : column,
    ),
    // Whoever says how a column is read has answered what was asked about it.
    ...(settles && recipe.questions && { questions: withoutQuestion(recipe, nameOf(before)) }),
  }
}

const withoutQuestion = (recipe: Recipe, column: string) =>
  recipe.questions?.filter((question) => question.column !== column)

/** An answer to a question: the column as it is read then. */
export function answered(recipe: Recipe, question: string, settled: Recipe): Recipe {
  const column = settled.columns?.find((one) => nameOf(one) === question)
  return {
    ...recipe,
    ...(column
      ? { columns: recipe.columns?.map((one) => (nameOf(one) === question ? column : one)) }
      : { deduplication: settled.deduplication }),
    questions: withoutQuestion(recipe, question),
  }
}

/** Another name, wherever the recipe uses the old one. */
export function rename(recipe: Recipe, key: string, to: string): Recipe {
  const column = columnsByKey(recipe).get(key)
  if (!column) return recipe
  const from = nameOf(column)
  const one = (name: string) => (name === from ? to : name)
  const words = (text: string) => renamedIn(text, from, to)
  const next = changeColumn(recipe, key, { silver_name: to })
  // A name that another column has, or none, would be mixed up with it from here on.
  const taken = recipe.columns?.some((other) => other !== column && nameOf(other) === to)
  if (taken || to.trim() === '') return next
  return {
    ...next,
    ...(recipe.deduplication && {
      deduplication: {
        ...recipe.deduplication,
        key_columns: recipe.deduplication.key_columns?.map(one),
        ...(recipe.deduplication.order_by && { order_by: words(recipe.deduplication.order_by) }),
      },
    }),
    ...(recipe.questions && {
      questions: recipe.questions.map((question) => ({
        ...question,
        column: one(question.column),
      })),
    }),
    ...(recipe.filters && {
      filters: recipe.filters.map((filter) => ({ ...filter, column: one(filter.column) })),
    }),
    ...(recipe.rules && {
      rules: recipe.rules.map((rule) => ({ ...rule, condition: words(rule.condition) })),
    }),
  }
}

/** Replaces a name in a condition or an order, but not within texts or longer names. */
export function renamedIn(text: string, from: string, to: string): string {
  const written = (name: string) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : quoted(name))
  return text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_]*/gu, (token) => {
    if (token.startsWith("'")) return token
    return token === from || token === quoted(from) ? written(to) : token
  })
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Without a column, and without what hangs on it alone. */
export function leaveOut(recipe: Recipe, key: string): Recipe {
  const column = columnsByKey(recipe).get(key)
  if (!column) return recipe
  const name = nameOf(column)
  const keys = keysOf(recipe.columns ?? [])
  return {
    ...recipe,
    columns: recipe.columns?.filter((_, index) => keys[index] !== key),
    ...(recipe.questions && { questions: recipe.questions.filter((q) => q.column !== name) }),
    ...(recipe.proposals && {
      proposals: recipe.proposals.filter((p) => !p.columns.includes(name)),
    }),
  }
}

export function bringBack(recipe: Recipe, column: Column): Recipe {
  return { ...recipe, columns: [...(recipe.columns ?? []), column] }
}

/** Silver's columns stand in the recipe's order. */
export function move(recipe: Recipe, key: string, by: number): Recipe {
  const columns = [...(recipe.columns ?? [])]
  const from = keysOf(columns).indexOf(key)
  const to = Math.min(Math.max(from + by, 0), columns.length - 1)
  const [column] = from < 0 ? [] : columns.splice(from, 1)
  if (!column) return recipe
  columns.splice(to, 0, column)
  return { ...recipe, columns }
}
