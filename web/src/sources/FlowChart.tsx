import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { count } from '../common/format'
import type { Flow } from './flow'
import styles from './FlowChart.module.css'
import { layOut, type Placed } from './layout'
import { useFlowLabel } from './useFlowLabel'

/** The drawing: a band's thickness is its rows, and each band leads to them. */
export function FlowChart({ flow, width }: { flow: Flow; width: number }) {
  const { t } = useTranslation('sources')
  const { placed, height } = useMemo(() => layOut(flow, width), [flow, width])
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={t('flow.label')}
      className={styles.chart}
    >
      {placed.map((one) => (
        <Fate key={one.node.id} placed={one} />
      ))}
    </svg>
  )
}

const LONGEST = 34

function Fate({ placed }: { placed: Placed }) {
  const { t } = useTranslation('sources')
  const { node, x, y, width, height } = placed
  const label = useFlowLabel()(node)
  const middle = y + height / 2
  const rows = count(node.rows)
  return (
    <Link
      to={node.to}
      className={styles.fate}
      data-fate={node.fate}
      aria-label={t('flow.open', { rows, label })}
    >
      <title>{`${rows} ${label}`}</title>
      {placed.bands.map((band, place) => (
        <path key={place} d={band.path} strokeWidth={band.width} className={styles.band} />
      ))}
      <rect x={x} y={y} width={width} height={height} rx={2} className={styles.bar} />
      <rect
        x={x}
        y={middle - 17}
        width={width + 220}
        height={34}
        fill="transparent"
        className={styles.target}
      />
      <text x={x + width + 8} y={middle - 3} className={styles.rows}>
        {rows}
      </text>
      <text x={x + width + 8} y={middle + 13} className={styles.label}>
        {label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label}
      </text>
    </Link>
  )
}
