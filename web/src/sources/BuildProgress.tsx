import { Button, Card, Group, Progress, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { useBuild } from '../api/queries'
import { Failure } from '../common/Failure'
import { percent } from '../common/format'
import { useTold } from '../said/useTold'
import { workInWords } from './work'

/** A build that goes on: how far it is, what it is doing, and a way to stop it. */
export function BuildProgress({ build }: { build: Schemas['Build'] }) {
  const { t } = useTranslation('sources')
  const told = useTold()
  const live = useBuild(build.id) ?? build
  const cancel = useMutation({
    mutationFn: () => data(api.DELETE('/api/builds/{id}', { params: { path: { id: build.id } } })),
  })
  const what = workInWords(t, live)
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text fw={650}>{what}</Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }} {...told.doing(live)} />
        </div>
        <Group gap="sm" wrap="nowrap">
          <Text size="sm">{percent(live.progress, 0)}</Text>
          <Button
            size="xs"
            variant="default"
            loading={cancel.isPending}
            disabled={cancel.isSuccess}
            onClick={() => cancel.mutate()}
          >
            {cancel.isSuccess ? t('running.cancelling') : t('running.cancel')}
          </Button>
        </Group>
      </Group>
      <Progress.Root mt="sm" size="md">
        <Progress.Section
          value={live.progress * 100}
          color={live.layer ?? 'bronze'}
          aria-label={what}
          style={{ minWidth: 10 }}
        />
      </Progress.Root>
      {cancel.error && <Failure error={cancel.error} />}
    </Card>
  )
}
