import { Alert, Button, Text } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import type { Actions } from './actions'
import { WaitingWhy } from './WaitingWhy'

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
      <WaitingWhy waiting={waiting} />
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
