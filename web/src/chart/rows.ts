import type { Schemas } from '../api/api'
import { count } from '../common/format'
import { inWords } from '../common/names'
import type { Drawing } from './drawing'

type Rows = Schemas['Rows']
type Query = Schemas['Query']

const MOST_BARS = 25
const MOST_POINTS = 2_000
const MOST_SERIES = 8
const TIMES = /^(DATE|TIMESTAMP)/
const NUMBERS = /INT|DECIMAL|DOUBLE|FLOAT|REAL|NUMERIC/

/** A drawing of rows, and of how many of their groups it shows where that is not all. */
export type Drawn = { drawing: Drawing; shown?: { groups: number; of: number } }

/**
 * What can be drawn of a table of groups: its first columns are groups, the rest figures. A time goes along; of many
 * groups the largest are shown.
 *
 * @param query what made the rows, where that is known; else the columns before the first number are the groups
 */
export function drawRows(rows: Rows, missing: string, query?: Query): Drawn | undefined {
  const groups = query
    ? (query.dimensions?.length ?? 0)
    : rows.columns.findIndex((column) => NUMBERS.test(column.type))
  const figure = leading(rows, groups, query)
  if (groups < 1 || groups > 2 || figure === undefined || rows.rows.length < 2) return undefined
  return groups === 1 ? one(rows, figure, missing) : two(rows, figure, missing)
}

/** The figure that is asked for: what the groups are sorted by, else the first that is no count of rows. */
function leading(rows: Rows, groups: number, query: Query | undefined): number | undefined {
  const figures = rows.columns
    .map((column, index) => ({ name: column.name, type: column.type, index }))
    .filter(({ type, index }) => index >= groups && NUMBERS.test(type))
  const named = (names: (string | undefined)[]) => figures.find(({ name }) => names.includes(name))
  const counts = query
    ? query.measures?.flatMap((one) => (one.aggregate === 'COUNT_ROWS' ? [one.name] : []))
    : figures.flatMap(({ name }) => (/(^|_)count$/i.test(name) ? [name] : []))
  const found =
    named(query?.order_by?.map((order) => order.name) ?? []) ??
    figures.find(({ name }) => !counts?.includes(name)) ??
    figures[0]
  return found?.index
}

function one(rows: Rows, figure: number, missing: string): Drawn {
  const time = TIMES.test(rows.columns[0]?.type ?? '')
  const sorted = time
    ? rows.rows.filter((row) => row[0] !== null).toSorted((a, b) => compare(a[0], b[0]))
    : rows.rows.toSorted((a, b) => size(b[figure]) - size(a[figure]))
  const kept = sorted.slice(0, time ? MOST_POINTS : MOST_BARS)
  const labels = shorter(
    kept.map((row) => label(row[0], missing)),
    time,
  )
  return {
    drawing: drawing(rows, 0, figure, time, labels, [
      { name: words(rows.columns[figure]?.name), values: kept.map((row) => number(row[figure])) },
    ]),
    ...(kept.length < sorted.length && { shown: { groups: kept.length, of: sorted.length } }),
  }
}

/** A series for each value of the group that is no time, or has fewer values. */
function two(rows: Rows, figure: number, missing: string): Drawn {
  const sizes = [0, 1].map((column) => totals(rows, column, figure))
  const times = [0, 1].map((column) => TIMES.test(rows.columns[column]?.type ?? ''))
  const many = (sizes[1]?.size ?? 0) > (sizes[0]?.size ?? 0)
  const along = times[0] ? 0 : times[1] || many ? 1 : 0
  const apart = 1 - along
  const time = times[along] ?? false
  const series = largest(sizes[apart], MOST_SERIES)
  const all = sizes[along] ?? new Map<unknown, number>()
  const places = time
    ? [...all.keys()].filter((place) => place !== null).sort(compare)
    : largest(all, MOST_BARS)
  const at = new Map(rows.rows.map((row) => [JSON.stringify([row[along], row[apart]]), row]))
  const of = sizes[apart]?.size ?? 0
  return {
    drawing: drawing(
      rows,
      along,
      figure,
      time,
      shorter(
        places.map((place) => label(place, missing)),
        time,
      ),
      series.map((name) => ({
        name: label(name, missing),
        values: places.map((place) => number(at.get(JSON.stringify([place, name]))?.[figure])),
      })),
    ),
    ...(series.length < of && { shown: { groups: series.length, of } }),
  }
}

function drawing(
  rows: Rows,
  along: number,
  figure: number,
  time: boolean,
  labels: string[],
  series: Drawing['series'],
): Drawing {
  return {
    kind: time ? 'line' : 'bar',
    lying: !time && (labels.length > 8 || labels.some((text) => text.length > 12)),
    places: { name: words(rows.columns[along]?.name), labels },
    figures: { name: words(rows.columns[figure]?.name) },
    series,
  }
}

function totals(rows: Rows, column: number, figure: number): Map<unknown, number> {
  const sums = new Map<unknown, number>()
  for (const row of rows.rows) {
    sums.set(row[column], (sums.get(row[column]) ?? 0) + size(row[figure]))
  }
  return sums
}

const largest = (sums: Map<unknown, number> | undefined, most: number) =>
  [...(sums ?? [])]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([value]) => value)

const size = (value: unknown) => Math.abs(number(value) ?? 0)

function number(value: unknown): number | null {
  const parsed = value === null || value === undefined || value === '' ? NaN : Number(value)
  return Number.isFinite(parsed) ? parsed : null
}

function compare(one: unknown, other: unknown): number {
  return String(one) < String(other) ? -1 : 1
}

function label(value: unknown, missing: string): string {
  if (value === null || value === undefined) return missing
  return typeof value === 'number' ? count(value) : String(value).slice(0, 200)
}

/** Months as 2024-01 and years as 2024, where all are such; the server writes them so, too. */
function shorter(labels: string[], time: boolean): string[] {
  if (!time) return labels
  const days = labels.map((text) => text.replace(/[T ]00:00:00$/, ''))
  if (days.length > 1 && days.every((day) => day.endsWith('-01-01'))) {
    return days.map((day) => day.slice(0, -6))
  }
  return days.every((day) => day.endsWith('-01')) ? days.map((day) => day.slice(0, -3)) : days
}

const words = (name: string | undefined) => inWords(name ?? '')
