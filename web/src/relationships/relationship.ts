import type { TFunction } from 'i18next'
import type { Schemas } from '../api/api'

export type Relationship = Schemas['Relationship']
export type Side = Schemas['RelationshipSide']

/** A side as people name it: orders.customer_id. */
export const sideOf = (side: Side) => `${side.source}.${side.columns.join(' + ')}`

/** Whether rows would count several times when the two are put together. */
export const fansOut = (relationship: Relationship) => relationship.cardinality === 'MANY_TO_MANY'

/** Each table once, in the order in which they are spoken of. */
export function sourcesOf(relationships: Relationship[]): string[] {
  return [...new Set(relationships.flatMap((one) => [one.from.source, one.to.source]))]
}

/** Why two sides are thought to belong together, before their rows are looked at. */
export function becauseOf(
  t: TFunction<'relationships'>,
  { from, to }: Pick<Relationship, 'from' | 'to'>,
  grounds: Schemas['Grounds'],
): string {
  const sign = t(`grounds.${grounds.sign}`, { columns: from.columns.join(', '), to: to.source })
  return grounds.as_text ? `${sign} ${t('grounds.asText')}` : sign
}
