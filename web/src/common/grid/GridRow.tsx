import { memo, type ReactNode } from 'react'
import styles from './grid.module.css'

/** The cells of a row that are in sight; drawn again only when something about them has changed. */
function Cells<R>(props: {
  id: string
  row: R | undefined
  from: number
  to: number
  starts: number[]
  leadWidth: number
  active: number
  lead: (row: R) => ReactNode
  cell: (row: R, column: number) => ReactNode
  look: (row: R, column: number) => string | undefined
}) {
  const { row, from, to, starts, active } = props
  return (
    <>
      <div
        role="rowheader"
        aria-colindex={1}
        id={`${props.id}-0`}
        className={`${styles.lead} ${active === 0 ? styles.active : ''}`}
        style={{ width: props.leadWidth }}
      >
        {row !== undefined && props.lead(row)}
      </div>
      {Array.from({ length: to - from }, (_, i) => from + i).map((column) => (
        <div
          key={column}
          role="gridcell"
          aria-colindex={column + 2}
          id={`${props.id}-${column + 1}`}
          data-column={column}
          className={[
            styles.cell,
            active === column + 1 ? styles.active : '',
            row === undefined ? '' : (props.look(row, column) ?? ''),
          ].join(' ')}
          style={{
            left: props.leadWidth + (starts[column] ?? 0),
            width: (starts[column + 1] ?? 0) - (starts[column] ?? 0),
          }}
        >
          {row === undefined ? <span className={styles.waiting} /> : props.cell(row, column)}
        </div>
      ))}
    </>
  )
}

export const GridCells = memo(Cells) as typeof Cells
