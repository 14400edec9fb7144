import { useEffect, useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { drawnHeight, HEADER, ROW, startsOf } from './geometry'
import { GridCells } from './GridRow'
import styles from './grid.module.css'
import { useScroll } from './useScroll'

/** More rows than a view is high may be drawn at once, by so many. */
const SPARE = 32

/** A column as the grid draws it. */
export interface GridColumn {
  id: string
  title: ReactNode
  width: number
  numeric?: boolean
  sorted?: 'ascending' | 'descending'
}

/**
 * Rows by the million and columns by the thousand, of which those in sight are drawn. Arrow keys move from cell to
 * cell, Enter opens a row. Functions are to be the same ones from one drawing to the next.
 */
export function Grid<R>(props: {
  label: string
  rows: number
  columns: GridColumn[]
  leadTitle: ReactNode
  leadWidth: number
  rowAt: (row: number) => R | undefined
  lead: (row: R) => ReactNode
  cell: (row: R, column: number) => ReactNode
  look: (row: R, column: number) => string | undefined
  onSight: (from: number, to: number) => void
  onOpen: (row: number) => void
}) {
  const { rows, columns, leadWidth, onSight } = props
  const id = useId()
  const starts = useMemo(() => startsOf(columns.map((column) => column.width)), [columns])
  const {
    scroller,
    body,
    follow,
    show,
    origin,
    last,
    columns: sight,
    view,
  } = useScroll(rows, starts, leadWidth)
  const [active, setActive] = useState<{ row: number; column: number }>({ row: 0, column: 1 })
  const width = leadWidth + (starts.at(-1) ?? 0)
  // A row that comes into sight takes the elements of one that has gone: making new ones costs frames.
  const elements = Math.ceil(view / ROW) + SPARE
  const [from, to] = sight

  useEffect(() => {
    if (rows > 0) onSight(origin, Math.max(origin, last - 1))
  }, [origin, last, rows, onSight])

  const go = (row: number, column: number) => {
    const next = {
      row: Math.min(Math.max(row, 0), rows - 1),
      column: Math.min(Math.max(column, 0), columns.length),
    }
    setActive(next)
    show(next.row, next.column - 1)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || rows === 0) return
    const page = Math.max(1, Math.floor(view / ROW) - 1)
    const { row, column } = active
    const far = event.ctrlKey || event.metaKey
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(far ? rows - 1 : row + 1, column),
      ArrowUp: () => go(far ? 0 : row - 1, column),
      ArrowRight: () => go(row, far ? columns.length : column + 1),
      ArrowLeft: () => go(row, far ? 0 : column - 1),
      PageDown: () => go(row + page, column),
      PageUp: () => go(row - page, column),
      Home: () => go(far ? 0 : row, 0),
      End: () => go(far ? rows - 1 : row, columns.length),
      Enter: () => props.onOpen(row),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={
        active.row >= origin && active.row < last
          ? `${id}-${active.row}-${active.column}`
          : undefined
      }
      tabIndex={0}
      className={styles.scroller}
      // The scroll bar below takes its share.
      style={{ height: `min(var(--most), ${HEADER + Math.max(rows, 1) * ROW + 18}px)` }}
      onScroll={follow}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        style={{ height: drawnHeight(rows) + HEADER, width, minWidth: '100%' }}
      >
        <div role="presentation" className={styles.layer} style={{ height: view + HEADER }}>
          <div
            role="row"
            aria-rowindex={1}
            className={styles.header}
            style={{ width, minWidth: '100%' }}
          >
            <div
              role="columnheader"
              aria-colindex={1}
              className={styles.lead}
              style={{ width: leadWidth }}
            >
              {props.leadTitle}
            </div>
            {columns.slice(from, to).map((column, i) => (
              <div
                key={column.id}
                role="columnheader"
                aria-colindex={from + i + 2}
                aria-sort={column.sorted}
                className={`${styles.title} ${column.numeric ? styles.numeric : ''}`}
                style={{ left: leadWidth + (starts[from + i] ?? 0), width: column.width }}
              >
                {column.title}
              </div>
            ))}
          </div>
          <div ref={body} role="presentation" className={styles.body}>
            {Array.from({ length: Math.max(0, last - origin) }, (_, i) => origin + i).map((row) => (
              <div
                key={row % elements}
                role="row"
                aria-rowindex={row + 2}
                className={styles.row}
                style={{ top: (row - origin) * ROW, width, minWidth: '100%' }}
                onClick={(event) => {
                  const cell = (event.target as HTMLElement).closest('[data-column]')
                  setActive({ row, column: Number(cell?.getAttribute('data-column') ?? -1) + 1 })
                  props.onOpen(row)
                }}
              >
                <GridCells
                  id={`${id}-${row}`}
                  row={props.rowAt(row)}
                  from={from}
                  to={to}
                  starts={starts}
                  leadWidth={leadWidth}
                  active={active.row === row ? active.column : -1}
                  lead={props.lead}
                  cell={props.cell}
                  look={props.look}
                />
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}
