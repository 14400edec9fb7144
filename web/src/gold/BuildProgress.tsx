import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconCheck, IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { hasEnded } from '../api/api'
import { Failure } from '../common/Failure'
import { useTold } from '../said/useTold'
import type { Building } from './useGold'

/** How far a build is, and how it ended. */
export function BuildProgress({ building }: { building: Building }) {
  const { t } = useTranslation(['gold', 'common'])
  const told = useTold()
  const { build, started, cancel, refresh, done } = building
  if (refresh.error) return <Failure error={refresh.error} />
  if (started === undefined) return null
  if (!build || !hasEnded(build)) {
    const share = Math.round((build?.progress ?? 0) * 100)
    return (
      <Alert color="gold" role="status" title={t('build.running')}>
        <Stack gap="xs">
          <Text
            size="sm"
            aria-live="polite"
            style={{ overflowWrap: 'anywhere' }}
            {...(build ? told.doing(build) : {})}
          />
          <Progress value={share} color="gold" aria-label={t('build.running')} />
          <Group justify="flex-end">
            <Button
              size="xs"
              variant="default"
              loading={cancel.isPending}
              onClick={() => cancel.mutate()}
            >
              {t('common:cancel')}
            </Button>
          </Group>
          {cancel.error && <Failure error={cancel.error} />}
        </Stack>
      </Alert>
    )
  }
  const good = build.status === 'ready'
  return (
    <Alert
      role="status"
      color={good ? 'green' : build.status === 'cancelled' ? 'gray' : 'red'}
      icon={good ? <IconCheck /> : <IconAlertTriangle />}
      title={t(
        good ? 'build.ready' : build.status === 'cancelled' ? 'build.cancelled' : 'build.failed',
      )}
      withCloseButton
      closeButtonLabel={t('common:close')}
      onClose={done}
    >
      {build.error && <Text size="sm" {...told.failure(build)} />}
    </Alert>
  )
}
