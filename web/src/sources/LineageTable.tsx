import { Anchor, Button, Table } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import type { Node } from './lineage'

const FEW = 60

/** The lineage in words: a row for each column. */
export function LineageTable(props: {
  lineage: Schemas['Lineage']
  onChoose: (column: string) => void
}) {
  const { t } = useTranslation('sources')
  const [most, setMost] = useState(FEW)
  const { lineage } = props
  const byId = useMemo(() => new Map(lineage.nodes.map((node) => [node.id, node])), [lineage])
  const columns = lineage.nodes.filter((node) => node.layer)
  const name = (node: Node | undefined) =>
    node === undefined ? '' : node.table ? `${node.table}: ${node.name}` : node.name
  const madeOf = (node: Node) =>
    lineage.edges
      .filter((edge) => edge.to === node.id)
      .map((edge) =>
        edge.use === 'VALUE'
          ? name(byId.get(edge.from))
          : `${name(byId.get(edge.from))} (${t('lineage.decides')})`,
      )
  return (
    <>
      <Table.ScrollContainer minWidth={640} type="native">
        <Table aria-label={t('lineage.label')} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('lineage.column')}</Table.Th>
              <Table.Th>{t('lineage.madeOf')}</Table.Th>
              <Table.Th>{t('lineage.how')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody style={{ overflowWrap: 'anywhere' }}>
            {columns.slice(0, most).map((node) => (
              <Table.Tr key={node.id}>
                <Table.Td>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    ta="start"
                    onClick={() => props.onChoose(node.id)}
                  >
                    {name(node)}
                  </Anchor>
                </Table.Td>
                <Table.Td>{madeOf(node).join(', ')}</Table.Td>
                <Table.Td>
                  {node.steps.length > 0 ? node.steps.join(', ') : t('lineage.asItWas')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {columns.length > most && (
        <Button size="xs" variant="default" onClick={() => setMost(most + 200)}>
          {t('lineage.more', { count: Math.min(200, columns.length - most) })}
        </Button>
      )}
    </>
  )
}
