import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'

/** What would become of each ready number. */
export function GoldEffect({ gold }: { gold: Schemas['GoldDifference'][] }) {
  const { t } = useTranslation('silver')
  if (gold.length === 0) return null
  return (
    <section aria-label={t('difference.gold')}>
      <Text fw={600}>{t('difference.gold')}</Text>
      {gold.map((table) => (
        <div key={table.table}>
          {table.problem ? (
            <Text size="sm" c="var(--mantine-color-error)">
              {table.table}: {table.problem}
            </Text>
          ) : (
            <Table verticalSpacing={4} aria-label={table.table}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{table.table}</Table.Th>
                  <Table.Th ta="end">{t('difference.before')}</Table.Th>
                  <Table.Th ta="end">{t('difference.after')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {table.measures.map((measure) => (
                  <Table.Tr key={measure.measure}>
                    <Table.Td>{measure.measure}</Table.Td>
                    <Table.Td ta="end">{measure.before ?? '—'}</Table.Td>
                    <Table.Td ta="end" fw={measure.changed ? 700 : undefined}>
                      {measure.after ?? '—'}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </div>
      ))}
    </section>
  )
}
