import type { Schemas } from '../api/api'

export type Model = Schemas['SemanticModel']
export type Measure = Schemas['SemanticMeasure']
export type Dimension = Schemas['SemanticDimension']
export type Hierarchy = Schemas['Hierarchy']

/** Where a part of a model stands: as the data says, as a person has said, or changed here and not yet saved. */
export type Standing = 'inferred' | 'edited' | 'unsaved'

export function standing<T extends { author?: Schemas['Author'] }>(
  one: T,
  known: T | undefined,
): Standing {
  if (!known || JSON.stringify(one) !== JSON.stringify(known)) return 'unsaved'
  return one.author === undefined || one.author === 'RULES' ? 'inferred' : 'edited'
}

/** Whether people have made anything of it. */
export const isEdited = (model: Model) =>
  [...(model.measures ?? []), ...(model.dimensions ?? [])].some((one) => one.author === 'PERSON')

/** A model as it is sent: without what is only said of it, and without fields that were emptied. */
export function sent(model: Model): Model {
  const { notes, row_noun, time, ...rest } = model
  void notes
  return { ...rest, ...(row_noun?.trim() && { row_noun: row_noun.trim() }), ...(time && { time }) }
}

/** Those whose name or column has the sought text, with their places in the whole list. */
export function found<T extends { name: string; column?: string }>(all: T[], sought: string) {
  const text = sought.trim().toLowerCase()
  return all
    .map((one, index) => ({ one, index }))
    .filter(
      ({ one }) =>
        text === '' ||
        one.name.toLowerCase().includes(text) ||
        (one.column ?? '').toLowerCase().includes(text),
    )
}
