import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count } from '../common/format'

const PARTS = [
  'raw',
  'kept',
  'changed',
  'emptied',
  'rejected',
  'duplicates',
  'filtered',
  'filled',
] as const

/** The account of values: what was received is the sum of what comes after, but for what was filled in. */
export function CellsTable({ cells }: { cells: Schemas['Cells'][] }) {
  const { t } = useTranslation('sources')
  return (
    <Table.ScrollContainer minWidth={760} type="native">
      <Table aria-label={t('cells.toggle')} fz="sm" striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('cells.column')}</Table.Th>
            {PARTS.map((part) => (
              <Table.Th key={part} ta="right">
                {t(`cells.${part}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cells.map((one) => (
            <Table.Tr key={one.column}>
              <Table.Th scope="row" fw={500} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                {one.column}
              </Table.Th>
              {PARTS.map((part) => (
                <Table.Td key={part} ta="right">
                  <Text span size="sm" c={one[part] === 0 ? 'dimmed' : undefined}>
                    {count(one[part])}
                  </Text>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
