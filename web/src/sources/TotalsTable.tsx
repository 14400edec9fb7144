import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { AccountTable } from './AccountTable'

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
      <AccountTable
        label={t('cells.totals')}
        minWidth={700}
        parts={PARTS}
        rows={measures}
        hint={({ exact }) => t(exact ? 'cells.exact' : 'cells.about')}
      >
        {(one, part) => (one.exact ? one[part] : `≈ ${one[part]}`)}
      </AccountTable>
    </div>
  )
}
