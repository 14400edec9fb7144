import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconLayoutDashboard, IconMessageCirclePlus, IconRefresh } from '@tabler/icons-react'
import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { keys } from '../api/queries'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import { Board } from './Board'
import { usePinned } from './usePinned'

/** The pinned answers, each as the data is now. */
export function Component() {
  const { t } = useTranslation('dashboard')
  const queries = useQueryClient()
  const asking = useIsFetching({ queryKey: keys.questions }) > 0
  const { kept, pinned } = usePinned()
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="wrap">
        <Title order={1}>{t('title')}</Title>
        {pinned && pinned.length > 0 && (
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} />}
              loading={asking}
              onClick={() => void queries.invalidateQueries({ queryKey: keys.questions })}
            >
              {t('refresh')}
            </Button>
            <Button component={Link} to="/ask" leftSection={<IconMessageCirclePlus size={16} />}>
              {t('ask')}
            </Button>
          </Group>
        )}
      </Group>
      <Await query={kept}>
        {() =>
          pinned && pinned.length > 0 ? (
            <>
              <Text size="sm" c="dimmed">
                {t('hint')}
              </Text>
              <Board pinned={pinned} />
            </>
          ) : (
            <Empty icon={<IconLayoutDashboard />} title={t('empty')}>
              <p>{t('emptyHint')}</p>
              <Button component={Link} to="/ask">
                {t('ask')}
              </Button>
            </Empty>
          )
        }
      </Await>
    </Stack>
  )
}
