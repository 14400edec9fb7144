import { Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import { count, figures } from '../../common/format'
import { useTold } from '../../said/useTold'

const WAYS = ['appeared', 'disappeared', 'changed'] as const

/** What would become of each ready number. */
export function GoldEffect({ gold }: { gold: Schemas['GoldDifference'][] }) {
  const { t } = useTranslation('silver')
  if (gold.length === 0) return null
  return (
    <section aria-label={t('difference.gold')}>
      <Text fw={600} mb="xs">
        {t('difference.gold')}
      </Text>
      <Stack gap="sm">
        {gold.map((table) => (
          <OneTable key={table.table} table={table} />
        ))}
      </Stack>
    </section>
  )
}

function OneTable({ table }: { table: Schemas['GoldDifference'] }) {
  const { t } = useTranslation('silver')
  const told = useTold()
  if (table.problem)
    return (
      <Text
        size="sm"
        c="var(--mantine-color-error)"
        style={{ overflowWrap: 'anywhere' }}
        {...told.trouble(table)}
      />
    )
  const groups = WAYS.filter((way) => table[way] > 0)
    .map((way) => t(`difference.groups.${way}`, { count: table[way], rows: count(table[way]) }))
    .join(' · ')
  return (
    <Table verticalSpacing={4} horizontalSpacing={6} aria-label={table.table}>
      <Table.Thead>
        <Table.Tr style={{ borderBottom: 0 }}>
          <Table.Th colSpan={3} style={{ overflowWrap: 'anywhere' }}>
            {table.table}
            <Text size="xs" c="dimmed">
              {groups || t('difference.groups.same')}
            </Text>
          </Table.Th>
        </Table.Tr>
        <Table.Tr>
          <Table.Td />
          <Table.Th ta="end">{t('difference.before')}</Table.Th>
          <Table.Th ta="end">{t('difference.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {table.measures.map((measure) => (
          <Measure key={measure.measure} measure={measure} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** One figure over all rows, now and then. */
function Measure({ measure }: { measure: Schemas['MeasureChange'] }) {
  const [before, after] = figures(measure.before ?? '', measure.after ?? '')
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{measure.measure}</Table.Td>
      <Table.Td ta="end">{before || '—'}</Table.Td>
      <Table.Td ta="end" fw={measure.changed ? 700 : undefined}>
        {after || '—'}
      </Table.Td>
    </Table.Tr>
  )
}
