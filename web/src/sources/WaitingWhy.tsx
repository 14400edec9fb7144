import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count } from '../common/format'
import { ChangeInWords } from './ChangeInWords'

/** What a reading that waits for a yes would change; in the server's words where that is all there is. */
export function WaitingWhy({ waiting }: { waiting: Schemas['Waiting'] }) {
  const { t } = useTranslation('sources')
  const { drift, rows_before: before, rows_now: now, reason } = waiting
  const changes = drift?.changes ?? []
  const rows = before !== undefined && now !== undefined
  return (
    <>
      {rows && (
        <Text size="sm">{t('waiting.rows', { before: count(before), now: count(now) })}</Text>
      )}
      {changes.length > 0 && (
        <List size="sm">
          {changes.map((change, place) => (
            <List.Item key={place}>
              <ChangeInWords change={change} />
            </List.Item>
          ))}
        </List>
      )}
      {!rows && changes.length === 0 && (
        <Text size="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
          {reason}
        </Text>
      )}
    </>
  )
}
