import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'

const PARTS = ['readable', 'silver', 'filled', 'rejected', 'duplicates', 'filtered'] as const

/** Each number's total as received and where it is now; exact numbers are shown as they are. */
export function TotalsTable({ measures }: { measures: Schemas['Total'][] }) {
  const { t } = useTranslation('sources')
  return (
    <div>
      <Title order={4} size="h6">
        {t('cells.totals')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('cells.totalsHint')}
      </Text>
      <Table.ScrollContainer minWidth={700} type="native">
        <Table aria-label={t('cells.totals')} fz="sm" striped>
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
            {measures.map((one) => (
              <Table.Tr key={one.column}>
                <Table.Th scope="row" fw={500} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                  {one.column}
                </Table.Th>
                {PARTS.map((part) => (
                  <Table.Td
                    key={part}
                    ta="right"
                    title={one.exact ? t('cells.exact') : t('cells.about')}
                  >
                    {one.exact ? one[part] : `≈ ${one[part]}`}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  )
}
