import type { Schemas } from '../api/api'

/** By which column rows are sorted, and which way; undefined is as they were answered. */
export type Order = { column: number; descending: boolean } | undefined

/** The next order when a column's head is pressed: up, down, as answered. */
export function pressed(order: Order, column: number): Order {
  if (order?.column !== column) return { column, descending: false }
  return order.descending ? undefined : { column, descending: true }
}

/** Numbers by value, texts as people sort them, what is missing last. */
export function sorted(
  rows: Schemas['Rows']['rows'],
  order: Order,
  numeric: boolean,
): Schemas['Rows']['rows'] {
  if (!order) return rows
  const sign = order.descending ? -1 : 1
  return [...rows].sort((one, other) => {
    const left: unknown = one[order.column] ?? null
    const right: unknown = other[order.column] ?? null
    if (left === null || right === null) {
      return left === right ? 0 : left === null ? 1 : -1
    }
    const compared = numeric
      ? Number(left) - Number(right)
      : String(left).localeCompare(String(right), undefined, { numeric: true })
    return sign * compared
  })
}
