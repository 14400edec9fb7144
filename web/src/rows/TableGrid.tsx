import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Grid } from '../common/grid/Grid'
import grid from '../common/grid/grid.module.css'
import { Value } from '../common/grid/Value'
import { isNumeric, typeName, widthOf } from '../common/grid/widths'
import type { Criterion, Layer, Sorting } from './address'
import { ColumnMenu } from './ColumnMenu'
import type { ChangedColumn, TablePage } from './fetching'

/** What Assay puts beside the data; it is to be seen in a row's details. */
const METADATA = new Set([
  '_load_id',
  '_row_no',
  '_part',
  '_loaded_at',
  '_source_file',
  '_row_hash',
])

/** The grid of one table. */
export function TableGrid(props: {
  label: string
  first: TablePage
  layer: Layer
  sorting: Sorting
  received: ChangedColumn[]
  rowAt: (row: number) => unknown[] | undefined
  onSight: (from: number, to: number) => void
  onOpen: (row: number) => void
  onSort: (sort: string | undefined, descending: boolean) => void
  onFilter: (criterion: Criterion) => void
}) {
  const { t } = useTranslation('rows')
  const { first, layer, sorting, received, onSort, onFilter } = props
  const line = first.columns.findIndex((column) => column.name === '_row_no')
  const shown = useMemo(
    () =>
      first.columns
        .map((column, at) => ({ ...column, at }))
        .filter((column) => layer === 'gold' || !METADATA.has(column.name)),
    [first.columns, layer],
  )
  const columns = shown.map((column) => {
    const source = received.find((one) => one.name === column.name)?.source
    return {
      id: column.name,
      numeric: isNumeric(column.type),
      sorted:
        sorting.sort === column.name
          ? sorting.descending
            ? ('descending' as const)
            : ('ascending' as const)
          : undefined,
      width: widthOf(
        `${column.name}  `,
        `${typeName(column.type)} ${source ?? ''}`,
        first.rows.map((row) => row[column.at]),
      ),
      title: (
        <ColumnMenu
          name={column.name}
          type={typeName(column.type)}
          source={source === column.name ? undefined : source}
          sorting={sorting}
          onSort={onSort}
          onFilter={onFilter}
        />
      ),
    }
  })
  const cell = useCallback(
    (row: unknown[], column: number) => <Value value={row[shown[column]?.at ?? -1]} />,
    [shown],
  )
  const look = useCallback(
    (_: unknown[], column: number) => (isNumeric(shown[column]?.type) ? grid.numeric : undefined),
    [shown],
  )
  const lead = useCallback((row: unknown[]) => (line < 0 ? null : String(row[line])), [line])
  return (
    <Grid
      label={props.label}
      rows={first.total}
      columns={columns}
      leadTitle={line < 0 ? '' : t('line')}
      leadWidth={line < 0 ? 16 : 76}
      rowAt={props.rowAt}
      lead={lead}
      cell={cell}
      look={look}
      onSight={props.onSight}
      onOpen={props.onOpen}
    />
  )
}
