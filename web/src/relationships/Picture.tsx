import { ScrollArea } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { layOut, short } from './layout'
import styles from './Picture.module.css'
import { sideOf, type Relationship } from './relationship'

/** Which table refers to which; the cards below say the same in words. */
export function Picture({ relationships }: { relationships: Relationship[] }) {
  const { t } = useTranslation('relationships')
  const { width, height, boxes, lines } = useMemo(() => layOut(relationships), [relationships])
  const words = relationships
    .slice(0, 30)
    .map((one) => `${sideOf(one.from)} → ${sideOf(one.to)}`)
    .join('; ')
  return (
    <ScrollArea viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('picture') }}>
      <svg
        role="img"
        aria-label={`${t('picture')}: ${words.slice(0, 2_000)}`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className={styles.picture}
      >
        <defs>
          <marker
            id="refers-to"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0,0 L8,4 L0,8 z" className={styles.arrow} />
          </marker>
        </defs>
        {lines.map((line) => (
          <g key={line.relationship.id}>
            <path
              d={line.path}
              className={styles.line}
              strokeDasharray={line.relationship.status === 'CONFIRMED' ? undefined : '5 4'}
              markerEnd="url(#refers-to)"
            />
            <text x={line.x} y={line.y + 4} className={styles.words}>
              {line.words}
            </text>
          </g>
        ))}
        {boxes.map((box) => (
          <g
            key={box.source}
            transform={`translate(${box.x - box.width / 2},${box.y - box.height / 2})`}
          >
            <rect width={box.width} height={box.height} rx={8} className={styles.box} />
            <text x={box.width / 2} y={box.height / 2 + 5} className={styles.name}>
              {short(box.source)}
            </text>
          </g>
        ))}
      </svg>
    </ScrollArea>
  )
}
