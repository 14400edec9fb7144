import type { Step } from '../draft/recipe'

/** What a translation needs of a step: the rest is said by the kind's own words. */
export function stepDetail(step: Step): Record<string, string | number> {
  switch (step.step) {
    case 'trim':
    case 'collapse_spaces':
    case 'lower':
    case 'upper':
      return {}
    case 'replace':
      return { from: shown(step.from), to: shown(step.to) }
    case 'remove_pattern':
      return { pattern: short(step.pattern) }
    case 'null_tokens':
      return { tokens: list(step.tokens) }
    case 'map_values':
      return { count: Object.keys(step.values).length }
    case 'take_part':
      return { part: step.part, parts: step.parts, separator: shown(step.separator) }
    case 'take_value':
      return { key: short(step.key) }
    case 'take_unit':
      return { units: list([...new Set(Object.values(step.units))]) }
    case 'parse_number':
      return { example: exampleNumber(step.decimal ?? '.', step.grouping ?? '') }
    case 'parse_date':
      return { formats: list(step.formats.map(dateFormat)) }
    case 'parse_boolean':
      return { yes: list(step.yes), no: list(step.no) }
    case 'custom':
      return { sql: short(step.sql) }
  }
}

const LONGEST = 28

export function short(text: string): string {
  const signs = [...text]
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : text
}

/** Blanks can be seen. */
const shown = (text: string) => `‘${short(text)}’`

function list(texts: readonly string[]): string {
  const first = texts.slice(0, 3).map(short).join(', ')
  return texts.length > 3 ? `${first} +${texts.length - 3}` : first
}

/** A number as the step reads it. */
export function exampleNumber(decimal: string, grouping: string): string {
  return `1${grouping}234${decimal}5`
}

const PARTS: Record<string, string> = {
  Y: 'YYYY',
  y: 'YY',
  m: 'MM',
  d: 'DD',
  H: 'hh',
  I: 'hh',
  M: 'mm',
  S: 'ss',
  f: 'ffffff',
  p: 'AM/PM',
  b: 'Mon',
  B: 'Month',
  a: 'Day',
  A: 'Day',
  q: 'Q',
  Z: 'zone',
  z: '+hh:mm',
  G: 'YYYY',
  V: 'WW',
  u: 'weekday',
  j: 'day of year',
  '%': '%',
}

/** A format as people write it: %d/%m/%Y is DD/MM/YYYY. */
export function dateFormat(format: string): string {
  return format.replace(/%-?([A-Za-z%])/g, (whole, part: string) => PARTS[part] ?? whole)
}
