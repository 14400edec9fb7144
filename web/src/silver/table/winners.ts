import type { Schemas } from '../../api/api'

/** A row that goes, and the one that stands for it where it is among the examples. */
export interface Pair {
  loser: Record<string, string | null>
  winner: Record<string, string | null> | undefined
  loserRow: number
  winnerRow: number
  /** Columns in which the two differ. */
  differing: string[]
}

/** Duplicates among the rows of a preview, with the rows that were kept. */
export function pairs(preview: Schemas['BuildPreview']): Pair[] {
  const { before, after } = preview
  if (!before || !after) return []
  const verdict = after.columns.findIndex((column) => column.name === '_verdict')
  const rowNo = after.columns.findIndex((column) => column.name === '_row_no')
  const rawRowNo = before.columns.findIndex((column) => column.name === '_row_no')
  if (verdict < 0 || rowNo < 0 || rawRowNo < 0) return []
  const raw = new Map(before.rows.map((row) => [Number(row[rawRowNo]), record(before, row)]))
  return after.rows.flatMap((row) => {
    const match = /^duplicate of row (?:\d+:)?(\d+)/.exec(String(row[verdict]))
    const loser = raw.get(Number(row[rowNo]))
    if (!match || !loser) return []
    const winner = raw.get(Number(match[1]))
    const differing = winner
      ? Object.keys(loser).filter((column) => loser[column] !== winner[column])
      : []
    return [{ loser, winner, loserRow: Number(row[rowNo]), winnerRow: Number(match[1]), differing }]
  })
}

/** Values as received, without what Assay adds to a row. */
function record(rows: Schemas['Rows'], row: unknown[]): Record<string, string | null> {
  return Object.fromEntries(
    rows.columns.flatMap(({ name }, index) => {
      const value = row[index]
      return name.startsWith('_')
        ? []
        : [[name, value === null || value === undefined ? null : String(value)]]
    }),
  )
}
