import { api, data, type Schemas } from '../api/api'
import { CELLS } from '../common/grid/Value'
import type { Page, Wish } from '../common/grid/useRows'
import type { Criterion, Fate, Layer, Sorting } from './address'

export type ChangedRow = Schemas['ChangedRow']
export type ChangedColumn = Schemas['ChangedColumn']

/** A page of changes with its columns. */
export interface Changes extends Page<ChangedRow> {
  columns: ChangedColumn[]
}

/** A page of a table with its columns. */
export interface TablePage extends Page<unknown[]> {
  columns: Schemas['RowsColumn'][]
}

/** Rows before and after; with whole cells where `whole` is wished for. */
export function changesOf(source: string, fate: Fate | undefined, reason?: string) {
  return async ({ limit, offset, signal }: Wish, whole = false): Promise<Changes> =>
    data(
      api.GET('/api/sources/{id}/medallion/silver/changes', {
        params: {
          path: { id: source },
          query: { fate, reason, limit, offset, cells: whole ? undefined : CELLS },
        },
        signal,
      }),
    )
}

/** One row of Bronze, by its load and number, with what became of it: of each part where columns became rows. */
export async function rowOf(source: string, row: string): Promise<ChangedRow[]> {
  const params = { path: { id: source }, query: { row, cells: CELLS } }
  return (await data(api.GET('/api/sources/{id}/medallion/silver/changes', { params }))).rows
}

export function tableOf(source: string, layer: Layer, table: string | undefined, sorting: Sorting) {
  return async ({ limit, offset, signal }: Wish, whole = false): Promise<TablePage> => {
    const rows = await data(
      api.GET('/api/sources/{id}/medallion/{layer}/rows', {
        params: {
          path: { id: source, layer },
          query: {
            table,
            sort: sorting.sort,
            descending: sorting.descending || undefined,
            filter: filterOf(sorting.criteria),
            cells: whole ? undefined : CELLS,
            limit,
            offset,
          },
        },
        signal,
      }),
    )
    return { columns: rows.columns, rows: rows.rows as unknown[][], total: rows.total ?? 0 }
  }
}

export function malformedOf(source: string) {
  return async ({ limit, offset, signal }: Wish): Promise<TablePage> => {
    const rows = await data(
      api.GET('/api/sources/{id}/medallion/bronze/malformed', {
        params: { path: { id: source }, query: { limit, offset } },
        signal,
      }),
    )
    return { columns: rows.columns, rows: rows.rows as unknown[][], total: rows.total ?? 0 }
  }
}

const filterOf = (criteria: Criterion[]) =>
  criteria.length > 0 ? JSON.stringify(criteria) : undefined
