import type { Schemas } from '../api/api'
import { inWords } from '../common/names'

export type Column = Schemas['RowsColumn']
export type Query = Schemas['Query']

/** How the values of a column are shown: amounts with separators, numbers that name things without. */
export type Kind =
  | { kind: 'figure' }
  | { kind: 'share' }
  | { kind: 'number' }
  | { kind: 'period'; grain: Schemas['Grain'] }
  | { kind: 'part'; part: Schemas['DatePart'] }
  | { kind: 'text' }

const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*|DOUBLE|FLOAT|REAL|NUMERIC.*)$/i
const INTEGER = /INT/i
const EXACT = /^(-?)(\d+)(\.\d+)?$/

const locale = globalThis.navigator?.language
const whole = new Intl.NumberFormat(locale)
const point = whole.formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.'
const calendar = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
const months = calendar({ month: 'short', year: 'numeric' })
const days = calendar({ dateStyle: 'medium' })
const hours = calendar({ dateStyle: 'medium', timeStyle: 'short' })
const monthNames = calendar({ month: 'long' })
const dayNames = calendar({ weekday: 'long' })

export const isNumeric = (column: Column) => NUMERIC.test(column.type)

export function kindOf(column: Column, query?: Query): Kind {
  const dimension = query?.dimensions?.find((one) => one.name === column.name)
  if (dimension?.grain) return { kind: 'period', grain: dimension.grain }
  if (dimension?.part) return { kind: 'part', part: dimension.part }
  if (!isNumeric(column)) return { kind: 'text' }
  const calculation = query?.calculations?.find((one) => one.name === column.name)
  if (calculation?.calculation === 'share') return { kind: 'share' }
  if (calculation || query?.measures?.some((one) => one.name === column.name)) {
    return { kind: 'figure' }
  }
  // Without a query it is not known whether a whole number is an amount, a year or a name.
  return INTEGER.test(column.type) || dimension ? { kind: 'number' } : { kind: 'figure' }
}

export const standsRight = (kind: Kind) =>
  kind.kind === 'figure' || kind.kind === 'share' || kind.kind === 'number'

/** All its digits, as the reader's locale separates them. */
export function exact(value: unknown): string {
  const text = String(value)
  const parts = EXACT.exec(text)
  if (!parts) return text
  return parts[1] + whole.format(BigInt(parts[2] ?? '0')) + (parts[3] ?? '').replace('.', point)
}

/** How a value is shown; the value itself where it is none of its kind. */
export function shown(value: unknown, kind: Kind): string {
  if (value === null || value === undefined) return ''
  switch (kind.kind) {
    case 'figure':
      return exact(value)
    case 'share':
      return share(value)
    case 'period':
      return period(String(value), kind.grain)
    case 'part':
      return part(value, kind.part)
    case 'number':
    case 'text':
      return String(value)
  }
}

function share(value: unknown): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return String(value)
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    number,
  )
}

function period(value: string, grain: Schemas['Grain']): string {
  const time = Date.parse(value.length === 10 ? value : value.replace(' ', 'T') + 'Z')
  if (Number.isNaN(time)) return value
  const date = new Date(time)
  switch (grain) {
    case 'YEAR':
      return String(date.getUTCFullYear())
    case 'QUARTER':
      return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`
    case 'MONTH':
      return months.format(date)
    case 'WEEK':
    case 'DAY':
      return days.format(date)
    case 'HOUR':
      return hours.format(date)
  }
}

function part(value: unknown, which: Schemas['DatePart']): string {
  const number = Number(value)
  if (!Number.isInteger(number)) return String(value)
  // The first of January 2024 was a Monday.
  if (which === 'WEEKDAY') return dayNames.format(Date.UTC(2024, 0, number))
  if (which === 'MONTH_OF_YEAR') return monthNames.format(Date.UTC(2024, number - 1, 1))
  return String(value)
}

const LONGEST_SENTENCE = 1_200

/** A sentence as far as anybody reads: values that it repeats may be a megabyte long. */
export const cut = (sentence: string) =>
  sentence.length > LONGEST_SENTENCE ? `${sentence.slice(0, LONGEST_SENTENCE)}…` : sentence

/** The one figure that an answer consists of, if it does. */
export function onlyFigure(
  rows: Schemas['Rows'] | undefined,
  query?: Query,
): { name: string; text: string } | undefined {
  const column = rows?.columns[0]
  const row = rows?.rows[0]
  if (!column || !row || rows.rows.length !== 1 || rows.columns.length !== 1) return undefined
  const kind = kindOf(column, query)
  if (!standsRight(kind) || row[0] === null) return undefined
  return { name: inWords(column.name), text: shown(row[0], kind) }
}
