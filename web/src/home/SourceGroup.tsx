import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconRefresh } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { useForgetSource } from '../api/queries'
import { ended } from '../common/builds'
import { count } from '../common/format'
import { placeOf, type Group as OriginGroup } from './origin'
import { SourceCard } from './SourceCard'

/** How many cards are shown at first, and how many more each time. */
const SHOWN = 24

/** The tables of one workbook or database, or a source that stands alone. */
export function SourceGroup({ group }: { group: OriginGroup }) {
  const { t } = useTranslation('home')
  const [shown, setShown] = useState(SHOWN)
  const first = group.sources[0]
  const more = group.sources.length - shown
  if (!first) return null
  const place = placeOf(first.origin)
  return (
    <Stack gap="sm" component="section" aria-label={place.file}>
      <Group justify="space-between">
        <div>
          <Title order={2} size="h4" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {place.file}
          </Title>
          <Text size="sm" c="dimmed">
            {t('tables', { count: group.sources.length })}
          </Text>
        </div>
        {place.kind !== 'upload' && <SyncAll group={group} />}
      </Group>
      <Cards sources={group.sources.slice(0, shown)} />
      {more > 0 && (
        <Button variant="default" onClick={() => setShown(shown + 4 * SHOWN)}>
          {t('showMore', { count: Math.min(more, 4 * SHOWN), more: count(more) })}
        </Button>
      )}
    </Stack>
  )
}

export function Cards({ sources }: { sources: OriginGroup['sources'] }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
      {sources.map((source) => (
        <SourceCard key={source.id} source={source} />
      ))}
    </SimpleGrid>
  )
}

function SyncAll({ group }: { group: OriginGroup }) {
  const { t } = useTranslation('home')
  const forget = useForgetSource()
  const syncing = useMutation({
    mutationFn: async () => {
      const path = { origin_id: group.originId }
      const builds = await data(
        api.POST('/api/origins/{origin_id}/sync', { params: { path }, body: {} }),
      )
      const all = []
      for (const build of builds) {
        all.push(await ended(build))
        void forget(build.source_id)
      }
      return all
    },
    onSuccess: (builds) => {
      const failed = builds.filter(({ status }) => status !== 'ready').length
      notifications.show(
        failed > 0
          ? { color: 'red', message: t('sync.someFailed', { count: failed }) }
          : { message: t('sync.allDone', { count: builds.length }) },
      )
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  })
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconRefresh size={14} />}
      loading={syncing.isPending}
      onClick={() => syncing.mutate()}
    >
      {t('syncAll')}
    </Button>
  )
}
