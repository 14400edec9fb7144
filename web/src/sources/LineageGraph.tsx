import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Box, Drawing } from './graph'
import styles from './LineageGraph.module.css'

/** Boxes of our own HTML in their places, and the arrows between them. */
export function LineageGraph(props: {
  drawing: Drawing
  boxes: Box[]
  children: (id: string) => ReactNode
}) {
  const { t } = useTranslation('sources')
  const { drawing, boxes } = props
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('lineage.label')}>
      <div className={styles.canvas} style={{ width: drawing.width, height: drawing.height }}>
        <svg
          width={drawing.width}
          height={drawing.height}
          aria-hidden
          focusable="false"
          className={styles.arrows}
        >
          {drawing.arrows.map((arrow, place) => (
            <path key={place} d={arrow.path} data-dashed={arrow.dashed || undefined} />
          ))}
        </svg>
        {boxes.map((box) => {
          const place = drawing.boxes.get(box.id)
          return (
            <div
              key={box.id}
              className={styles.box}
              style={{ left: place?.x, top: place?.y, width: box.width, height: box.height }}
            >
              {props.children(box.id)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
