import type { Schemas } from '../api/api'

/** What became of all rows of a source, in exact counts. */
export type Figures = {
  read: number
  mended: number
  unreadable: number
  bronze: number
  ledger?: Schemas['Ledger']
  gold: { table: string; rows: number }[]
}

/** Lines that could not be read, of the loads whose rows are there now. */
export function unreadable(loads: Schemas['Load'][]): number {
  let lines = 0
  for (const load of loads) {
    if (load.undone_at !== undefined || load.rows_read === undefined) continue
    lines += load.rows_malformed ?? 0
    // It stands for the whole table: what was read before it is no longer there.
    if (load.mode !== 'append') break
  }
  return lines
}

/** Undefined before anything has landed. */
export function figuresOf(
  medallion: Schemas['Medallion'],
  loads: Schemas['Load'][],
  malformed: number,
): Figures | undefined {
  const published = medallion.layers.filter((layer) => layer.published_build !== undefined)
  const bronze = published.find((layer) => layer.layer === 'bronze')
  if (bronze === undefined) return undefined
  const lost = Math.min(unreadable(loads), malformed)
  const rows = bronze.row_count ?? 0
  return {
    read: rows + lost,
    mended: malformed - lost,
    unreadable: lost,
    bronze: rows,
    ledger: published.find((layer) => layer.layer === 'silver')?.ledger,
    gold: published
      .filter((layer) => layer.layer === 'gold')
      .map((layer) => ({ table: layer.table_name, rows: layer.row_count ?? 0 })),
  }
}
