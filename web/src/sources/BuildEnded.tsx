import { Alert, Button, Text } from '@mantine/core'
import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { useTold } from '../said/useTold'
import { workInWords } from './work'

/** A build that did not end well, and why, until it is put away. */
export function BuildEnded(props: { build: Schemas['Build']; onPutAway: () => void }) {
  const { t } = useTranslation('sources')
  const told = useTold()
  const { build } = props
  const failed = build.status === 'error'
  const title =
    build.status === 'paused'
      ? t('running.paused')
      : failed
        ? t('running.error')
        : t('running.cancelled')
  return (
    <Alert
      role="alert"
      color={failed ? 'red' : 'gray'}
      icon={failed ? <IconAlertTriangle /> : <IconHandStop />}
      title={`${title}: ${workInWords(t, build)}`}
    >
      <Text
        size="sm"
        style={{ overflowWrap: 'anywhere' }}
        {...(build.error ? told.failure(build) : { children: t('running.kept') })}
      />
      <Button mt="sm" size="xs" variant="default" onClick={props.onPutAway}>
        {t('running.dismiss')}
      </Button>
    </Alert>
  )
}
