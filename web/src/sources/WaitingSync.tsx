import { Alert, Button, List, Text } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count } from '../common/format'
import type { Actions } from './actions'
import { ChangeInWords } from './ChangeInWords'

/** A reading that would lose something waits for a yes. */
export function WaitingSync({
  waiting,
  actions,
}: {
  waiting: Schemas['Waiting']
  actions: Actions
}) {
  const { t } = useTranslation('sources')
  return (
    <Alert color="yellow" icon={<IconPlayerPause />} title={t('waiting.title')}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {waiting.reason}
      </Text>
      {waiting.rows_before !== undefined && waiting.rows_now !== undefined && (
        <Text size="sm">
          {t('waiting.rows', {
            before: count(waiting.rows_before),
            now: count(waiting.rows_now),
          })}
        </Text>
      )}
      {waiting.drift && waiting.drift.changes.length > 0 && (
        <List size="sm">
          {waiting.drift.changes.map((change, place) => (
            <List.Item key={place}>
              <ChangeInWords change={change} />
            </List.Item>
          ))}
        </List>
      )}
      <Text size="sm">{t('waiting.nothing')}</Text>
      <Button
        mt="sm"
        size="xs"
        loading={actions.pending}
        onClick={() => actions.sync({ accept: true })}
      >
        {t('waiting.accept')}
      </Button>
    </Alert>
  )
}
