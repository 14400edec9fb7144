import { Text, UnstyledButton } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { goldName } from './goldName'
import { draw } from './graph'
import type { Node } from './lineage'
import { LineageGraph } from './LineageGraph'
import styles from './LineageGraph.module.css'

const WIDTH = 230
const HEAD = 64
const LINE = 18
const MOST_LINES = 5

/** One column with all that it is made of and all that is made of it, the steps in words. */
export function ColumnPath(props: {
  id: string
  path: Schemas['Lineage']
  chosen: string
  onChoose: (column: string) => void
}) {
  const { path } = props
  const { boxes, drawing } = useMemo(() => {
    const boxes = path.nodes.map((node) => ({
      id: node.id,
      width: WIDTH,
      height: HEAD + Math.min(lines(node), MOST_LINES) * LINE,
    }))
    return {
      boxes,
      drawing: draw(
        boxes,
        path.edges.map((edge) => ({
          from: edge.from,
          to: edge.to,
          dashed: edge.use === 'CONDITION',
        })),
      ),
    }
  }, [path])
  const byId = new Map(path.nodes.map((node) => [node.id, node]))
  return (
    <LineageGraph drawing={drawing} boxes={boxes}>
      {(id) => {
        const node = byId.get(id)
        return (
          node && (
            <ColumnBox
              own={props.id}
              node={node}
              chosen={id === props.chosen}
              onChoose={props.onChoose}
            />
          )
        )
      }}
    </LineageGraph>
  )
}

/** About how many lines the steps take. */
function lines(node: Node): number {
  return node.steps.reduce((sum, step) => sum + Math.ceil(step.length / 30), 0)
}

function ColumnBox(props: {
  own: string
  node: Node
  chosen: boolean
  onChoose: (column: string) => void
}) {
  const { t } = useTranslation(['sources', 'common'])
  const { node } = props
  const where = node.layer
    ? node.layer === 'gold' || node.source_id !== props.own
      ? goldName(node.source_id ?? '', node.table ?? '')
      : t(`common:layer.${node.layer}`)
    : t('lineage.origin')
  const kind = node.kind === 'ORIGIN' || node.kind === 'COLUMN' ? undefined : node.kind
  const box = (
    <>
      <Text size="xs" c="dimmed" truncate title={where}>
        {where}
      </Text>
      <Text size="sm" fw={650} truncate dir="auto" title={node.name}>
        {node.name}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {[node.type, kind && t(`lineage.kind.${kind}`)].filter(Boolean).join(' · ')}
      </Text>
      <Text size="xs" lineClamp={MOST_LINES} title={node.steps.join(', ')}>
        {node.steps.join(', ')}
      </Text>
    </>
  )
  return (
    <div className={styles.card} data-layer={node.layer} data-chosen={props.chosen || undefined}>
      {node.layer ? (
        <UnstyledButton
          className={styles.step}
          aria-current={props.chosen || undefined}
          onClick={() => props.onChoose(node.id)}
        >
          {box}
        </UnstyledButton>
      ) : (
        <div className={styles.step}>{box}</div>
      )}
    </div>
  )
}
