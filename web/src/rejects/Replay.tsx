import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconLifebuoy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, data, hasEnded } from '../api/api'
import { useBuild, useForgetSource } from '../api/queries'
import { Failure } from '../common/Failure'
import { count } from '../common/format'
import { useTold } from '../said/useTold'
import { useReplayPreview } from './queries'

/** Judges what was left out once more, by the rules and mended values as they are now: first what that would do. */
export function Replay({ source, build }: { source: string; build: string }) {
  const { t } = useTranslation(['rejects', 'common'])
  const told = useTold()
  const [asked, setAsked] = useState<string>()
  const preview = useReplayPreview(source, asked === build)
  const forget = useForgetSource()
  const run = useMutation({
    mutationFn: (way: 'replay' | 'rebuild') =>
      way === 'replay'
        ? data(
            api.POST('/api/sources/{id}/medallion/silver/replay', {
              params: { path: { id: source } },
            }),
          )
        : data(
            api.POST('/api/sources/{id}/medallion/silver', { params: { path: { id: source } } }),
          ),
    onSettled: () => forget(source),
  })
  const running = useBuild(run.data?.id)
  const going = run.data !== undefined && !(running && hasEnded(running))
  const replay = preview.data?.replay
  if (run.data && !going) {
    return (
      <Alert
        role="status"
        color={running?.status === 'ready' ? 'green' : 'red'}
        icon={<IconLifebuoy />}
        withCloseButton
        closeButtonLabel={t('common:close')}
        onClose={() => {
          run.reset()
          setAsked(undefined)
        }}
        title={
          running?.status === 'ready'
            ? t('rejects:replayed')
            : running && told.failure(running).children
        }
      >
        <Button
          component={Link}
          size="xs"
          variant="default"
          to={`/sources/${source}/rows?layer=silver`}
        >
          {t('rejects:seeRows')}
        </Button>
      </Alert>
    )
  }
  if (asked !== build) {
    return (
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconLifebuoy size={16} aria-hidden />}
          onClick={() => setAsked(build)}
        >
          {t('rejects:tryAgain')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('rejects:tryAgainHint')}
        </Text>
      </Group>
    )
  }
  if (preview.error) return <Failure error={preview.error} onRetry={() => preview.refetch()} />
  if (!preview.data) {
    return (
      <Button variant="default" loading w="fit-content">
        {t('rejects:tryAgain')}
      </Button>
    )
  }
  const possible = replay?.possible === true
  return (
    <Alert
      role="status"
      color={possible ? 'green' : 'gray'}
      icon={<IconLifebuoy />}
      title={
        possible
          ? t('rejects:rescues', {
              rescued: count(replay.rescued ?? 0),
              of: count(replay.of ?? 0),
            })
          : t('rejects:needsRebuild')
      }
    >
      <Stack gap="sm">
        {replay && replay.because.length > 0 && (
          <List size="sm">
            {told.replay(replay).map((why) => (
              <List.Item key={why.children} {...why} />
            ))}
          </List>
        )}
        {run.error && <Failure error={run.error} />}
        <Group>
          <Button
            loading={run.isPending || going}
            onClick={() => run.mutate(possible ? 'replay' : 'rebuild')}
          >
            {possible ? t('rejects:replay') : t('rejects:rebuild')}
          </Button>
          <Button variant="subtle" onClick={() => setAsked(undefined)}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
