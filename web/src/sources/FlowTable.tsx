import { Anchor, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { count, percent } from '../common/format'
import type { Flow, FlowNode } from './flow'
import { useFlowLabel } from './useFlowLabel'

/** The flow for those who do not see it, and for narrow windows. */
export function FlowTable({ flow }: { flow: Flow }) {
  const { t } = useTranslation('sources')
  const label = useFlowLabel()
  const received = flow.nodes.find((node) => node.fate === 'read')?.rows ?? 0
  return (
    <Table.ScrollContainer minWidth={280} type="native">
      <Table aria-label={t('flow.label')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('flow.what')}</Table.Th>
            <Table.Th ta="right">{t('account.rows')}</Table.Th>
            <Table.Th ta="right">{t('flow.share')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {flow.nodes.map((node) => (
            <Table.Tr key={node.id}>
              <Table.Td pl={isPart(node) ? 'xl' : undefined}>
                <Anchor
                  component={Link}
                  to={node.to}
                  size="sm"
                  style={{ overflowWrap: 'anywhere' }}
                >
                  {label(node)}
                </Anchor>
              </Table.Td>
              <Table.Td ta="right">{count(node.rows)}</Table.Td>
              <Table.Td ta="right">
                {node.fate === 'gold' || received === 0 ? '' : percent(node.rows / received)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** Whether the rows are among those of the line above. */
function isPart(node: FlowNode): boolean {
  return node.fate === 'reason' || node.fate === 'moreReasons' || node.fate === 'mended'
}
