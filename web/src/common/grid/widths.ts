import { asText } from './Value'

const NUMERIC = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U\w*INT\w*|DECIMAL|DOUBLE|FLOAT|REAL)\b/

export const isNumeric = (type: string | undefined) => type !== undefined && NUMERIC.test(type)

/** The type as recipes name it. */
export const typeName = (type = '') =>
  type === 'VARCHAR' ? 'TEXT' : type === 'TIMESTAMP WITH TIME ZONE' ? 'TIMESTAMPTZ' : type

/** A width in px that shows the name, something of what stands below it, and most of some values. */
export function widthOf(name: string, below: string, values: unknown[]): number {
  const lengths = values
    .filter((value) => value !== null && value !== undefined)
    .map((value) => asText(value).length)
    .sort((one, other) => one - other)
  const typical = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const title = Math.max(name.length + 2, Math.min(below.length * 0.85, 13))
  return Math.round(Math.min(Math.max(Math.max(title, typical) * 8.4 + 24, 88), 360))
}
