import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count } from '../common/format'

/** Such as "50,000 rows received = 49,120 cleaned + 640 left out + 240 copies". */
export function AccountSentence({ ledger }: { ledger: Schemas['Ledger'] }) {
  const { t } = useTranslation('sources')
  const received =
    t('account.received', { count: ledger.bronze, rows: count(ledger.bronze) }) +
    (ledger.unpivoted === undefined
      ? ''
      : `, ${t('account.reshaped', { count: ledger.unpivoted, rows: count(ledger.unpivoted) })}`)
  const parts = [
    t('account.silver', { rows: count(ledger.silver) }),
    t('account.rejected', { rows: count(ledger.rejected) }),
    t('account.duplicates', { count: ledger.duplicates, rows: count(ledger.duplicates) }),
  ]
  if (ledger.filtered > 0) parts.push(t('account.filtered', { rows: count(ledger.filtered) }))
  return (
    <Text fw={550} fz="lg">
      {received} = {parts.join(' + ')}
    </Text>
  )
}
