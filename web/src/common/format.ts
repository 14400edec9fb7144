/** Numbers, sizes and times as the reader's own locale writes them, whatever language the words are in. */
const locale = globalThis.navigator?.language

const counts = new Intl.NumberFormat(locale)
const shortCounts = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })

export const count = (rows: number) => counts.format(rows)

export const shortCount = (rows: number) => shortCounts.format(rows)

const FRACTION = [2, 4, 6, 10, 20]

/**
 * Two figures as the server writes them, rounded for reading, but never so far that what differs looks the same; what
 * is no number stays as it is.
 */
export function figures(before: string, after: string): [string, string] {
  const pairs = FRACTION.map((digits): [string, string] => [
    rounded(before, digits),
    rounded(after, digits),
  ])
  return pairs.find(([one, other]) => before === after || one !== other) ?? [before, after]
}

export const figure = (text: string) => figures(text, text)[0]

function rounded(text: string, digits: number): string {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text
  const scale = Math.min(/\.(\d+)$/.exec(text)?.[1]?.length ?? 0, 2)
  const format = new Intl.NumberFormat(
    locale,
    Math.abs(number) < 1 && number !== 0
      ? { maximumSignificantDigits: digits + 1 }
      : { minimumFractionDigits: scale, maximumFractionDigits: digits },
  )
  // As text it keeps the digits that a number of the machine would lose.
  return format.format(text as unknown as number)
}

/** A share from 0 to 1; what is neither none nor all is never shown as either. */
export function percent(share: number, digits = 1): string {
  const least = 10 ** -(digits + 2)
  const shown = share <= 0 || share >= 1 ? share : Math.min(Math.max(share, least), 1 - least)
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(
    shown,
  )
}

/** @param instant as the server writes it, such as 2026-11-27T10:00:00Z */
export const moment = (instant: string) => moments.format(new Date(instant))

/** How long ago, such as "3 minutes ago", in the language of the words. */
export function ago(instant: string, language: string, now = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ]
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit)
  }
  return format.format(Math.round(seconds), 'second')
}

export function duration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${counts.format(milliseconds)} ms`
  if (milliseconds < 60_000) return `${counts.format(Math.round(milliseconds / 100) / 10)} s`
  const minutes = Math.floor(milliseconds / 60_000)
  return `${counts.format(minutes)} min ${Math.round((milliseconds % 60_000) / 1_000)} s`
}

export function bytes(size: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']
  let unit = 0
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000
    unit++
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[unit] ?? 'byte',
    // The short form of a byte has no plural.
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0,
  }).format(size)
}
