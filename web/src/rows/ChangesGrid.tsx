import { Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Grid, type GridColumn } from '../common/grid/Grid'
import grid from '../common/grid/grid.module.css'
import { asText, Value } from '../common/grid/Value'
import { isNumeric, typeName, widthOf } from '../common/grid/widths'
import { FateMark } from './FateMark'
import type { ChangedColumn, ChangedRow, Changes } from './fetching'
import styles from './rows.module.css'

/** A column of the grid: both sides of a pair in one, or one of them. */
type Side = { pair: number; side: 'both' | 'before' | 'after' }

/** The grid of rows before and after, changed cells marked. */
export function ChangesGrid(props: {
  label: string
  first: Changes
  beside: boolean
  rowAt: (row: number) => ChangedRow | undefined
  onSight: (from: number, to: number) => void
  onOpen: (row: number) => void
  /** Columns, by position, that a row was rejected for. */
  failed?: (row: ChangedRow) => number[]
}) {
  const { t } = useTranslation('rows')
  const { first, beside, failed } = props
  const sides = useMemo(() => sidesOf(first.columns, beside), [first.columns, beside])
  const columns = useMemo(
    () => sides.map((side) => gridColumn(first, side, t('asReceived'))),
    [first, sides, t],
  )
  const cell = useCallback(
    (row: ChangedRow, column: number) => {
      const side = sides[column]
      return side && <Cell row={row} side={side} />
    },
    [sides],
  )
  const look = useCallback(
    (row: ChangedRow, column: number) => {
      const side = sides[column]
      if (!side) return undefined
      const numeric = side.side !== 'before' && isNumeric(first.columns[side.pair]?.type)
      const mark = failed?.(row).includes(side.pair)
        ? grid.failed
        : row.changed.includes(side.pair)
          ? grid.marked
          : ''
      return `${numeric ? grid.numeric : ''} ${mark}`
    },
    [sides, first.columns, failed],
  )
  const lead = useCallback(
    (row: ChangedRow) => (
      <>
        <FateMark fate={row.fate} />
        {row.line}
      </>
    ),
    [],
  )
  return (
    <Grid
      label={props.label}
      rows={first.total}
      columns={columns}
      leadTitle={t('line')}
      leadWidth={96}
      rowAt={props.rowAt}
      lead={lead}
      cell={cell}
      look={look}
      onSight={props.onSight}
      onOpen={props.onOpen}
    />
  )
}

function sidesOf(columns: ChangedColumn[], beside: boolean): Side[] {
  return columns.flatMap((column, pair): Side[] =>
    column.name === undefined
      ? [{ pair, side: 'before' }]
      : beside
        ? [
            { pair, side: 'before' },
            { pair, side: 'after' },
          ]
        : [{ pair, side: 'both' }],
  )
}

function gridColumn(first: Changes, { pair, side }: Side, received: string): GridColumn {
  const column = first.columns[pair]
  const before = first.rows.map((row) => row.before[pair])
  const after = first.rows.map((row) => row.after?.[pair])
  const source = column?.source ?? ''
  const name = side === 'before' ? source : (column?.name ?? source)
  const below =
    side === 'before' ? received : side === 'after' ? typeName(column?.type) : underName(column)
  // A cell that has changed shows both values.
  const both = first.rows.map((row) =>
    row.changed.includes(pair) && row.after
      ? `${asText(row.before[pair])} -> ${asText(row.after[pair])}`
      : row.before[pair],
  )
  return {
    id: `${pair} ${side}`,
    numeric: side !== 'before' && isNumeric(column?.type),
    title: (
      <>
        <Text component="span" display="block" size="sm" fw={600} truncate title={name}>
          <bdi>{name}</bdi>
        </Text>
        <Text component="span" display="block" size="xs" c="dimmed" truncate title={below}>
          <bdi>{below}</bdi>
        </Text>
      </>
    ),
    width: widthOf(name, below ?? '', side === 'before' ? before : side === 'after' ? after : both),
  }
}

/** Its type, and its name as received where that is another. */
const underName = (column: ChangedColumn | undefined) =>
  column?.source === column?.name
    ? typeName(column?.type)
    : `${typeName(column?.type)} · ${column?.source}`

function Cell({ row, side }: { row: ChangedRow; side: Side }) {
  const before = row.before[side.pair]
  const after = row.after?.[side.pair]
  if (side.side === 'before') return <Value value={before} />
  if (side.side === 'after') return row.after ? <Value value={after} /> : null
  if (!row.after) return <Value value={before} />
  if (!row.changed.includes(side.pair)) return <Value value={after} />
  return (
    <>
      <del className={styles.before}>
        <Value value={before} />
      </del>
      <IconArrowRight size={12} className={styles.arrow} aria-hidden />
      <ins className={styles.after}>
        <Value value={after} />
      </ins>
    </>
  )
}
