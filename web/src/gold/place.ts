/** Where in a text something is wrong: from one character to before another. */
export type Place = { from: number; to: number }

const LINE = /\((?:line|linha|línea) (\d+), (?:column|coluna|columna) (\d+)\)/
const QUOTED = /'([^']{1,200})'|"([^"]{1,200})"/g

/**
 * The place that a message about SQL speaks of: the line and column that it tells, else the first word that it quotes
 * and the text has.
 */
export function placeOf(message: string, sql: string): Place | undefined {
  const told = LINE.exec(message)
  if (told) return word(sql, offset(sql, Number(told[1]), Number(told[2])))
  for (const [, single, double] of message.matchAll(QUOTED)) {
    const name = single ?? double ?? ''
    const from = find(sql, name)
    if (from !== undefined) return { from, to: from + name.length }
  }
  return undefined
}

/** The line and column of a place, both from 1, as people count them. */
export function lineOf(sql: string, at: number): { line: number; column: number } {
  const before = sql.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function offset(sql: string, line: number, column: number): number {
  const lines = sql.split('\n')
  let at = 0
  for (let i = 0; i < Math.min(line - 1, lines.length); i++) at += (lines[i]?.length ?? 0) + 1
  return Math.min(at + column - 1, sql.length)
}

/** The word at a place; at the end of the text, its last character. */
function word(sql: string, at: number): Place {
  const length = /^(\w+|[^\w\s])/.exec(sql.slice(at))?.[0].length ?? 0
  if (length > 0) return { from: at, to: at + length }
  return at > 0 ? { from: at - 1, to: at } : { from: 0, to: sql.length }
}

/** A whole word is found before a part of one; upper and lower case are alike. */
function find(sql: string, name: string): number | undefined {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'iu').exec(sql)
  if (whole) return whole.index
  const part = sql.toLowerCase().indexOf(name.toLowerCase())
  return part < 0 ? undefined : part
}
