import { Text, UnstyledButton } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { goldName } from './goldName'
import { draw } from './graph'
import { groupsOf, tableEdges, type Group } from './lineage'
import { LineageGraph } from './LineageGraph'
import styles from './LineageGraph.module.css'

const WIDTH = 220
const HEAD = 62
const LINE = 26
const MOST_LINES = 7
/** Of each of many tables of one layer. */
const FEW_LINES = 3

/** All tables, each with a list of its columns that scrolls inside it, so that 300 need no more room than seven. */
export function LineageTables(props: {
  id: string
  lineage: Schemas['Lineage']
  onChoose: (column: string) => void
}) {
  const { lineage } = props
  const { groups, boxes, drawing } = useMemo(() => {
    const groups = groupsOf(lineage)
    const boxes = groups.map((group) => {
      const beside = groups.filter((other) => other.layer === group.layer).length
      const most = beside > 2 ? FEW_LINES : MOST_LINES
      return {
        id: group.id,
        width: WIDTH,
        height: HEAD + (group.layer ? Math.min(group.nodes.length, most) * LINE + 8 : 0),
      }
    })
    const edges = tableEdges(lineage, groups)
    return {
      groups,
      boxes,
      drawing: draw(
        boxes,
        edges.map(([from, to]) => ({ from, to })),
      ),
    }
  }, [lineage])
  const byId = new Map(groups.map((group) => [group.id, group]))
  return (
    <LineageGraph drawing={drawing} boxes={boxes}>
      {(id) => {
        const group = byId.get(id)
        return group && <TableBox own={props.id} group={group} onChoose={props.onChoose} />
      }}
    </LineageGraph>
  )
}

function TableBox(props: { own: string; group: Group; onChoose: (column: string) => void }) {
  const { t } = useTranslation(['sources', 'common'])
  const { group } = props
  const name = group.table ?? group.nodes[0]?.name ?? ''
  const short = group.layer === 'gold' ? goldName(group.source ?? '', name) : name
  const title = group.layer ? t(`common:layer.${group.layer}`) : t('lineage.origin')
  return (
    <div className={styles.card} data-layer={group.layer}>
      <div className={styles.head}>
        <Text size="xs" c="dimmed" truncate>
          {title}
          {group.layer && ` · ${t('lineage.columns', { count: group.nodes.length })}`}
          {group.source !== props.own &&
            group.source !== undefined &&
            ` · ${t('lineage.otherSource', { source: group.source })}`}
        </Text>
        <Text size="sm" fw={650} truncate dir="auto" title={name}>
          {short}
        </Text>
      </div>
      {group.layer && (
        <div className={styles.list}>
          {group.nodes.map((node) => (
            <UnstyledButton
              key={node.id}
              className={styles.column}
              onClick={() => props.onChoose(node.id)}
            >
              <Text span size="sm" truncate display="block" dir="auto" title={node.name}>
                {node.name}
              </Text>
            </UnstyledButton>
          ))}
        </div>
      )}
    </div>
  )
}
