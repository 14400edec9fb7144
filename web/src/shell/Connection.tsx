import { Alert } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'

/** Says when the server is away, and asks everything anew when it is back. */
export function Connection() {
  const { t } = useTranslation('common')
  const queries = useQueryClient()
  const health = useQuery({
    queryKey: ['health'],
    queryFn: () => data(api.GET('/api/health')),
    refetchInterval: (query) => (query.state.status === 'error' ? 1_500 : 5_000),
    retry: false,
    gcTime: Infinity,
  })
  const away = health.isError
  const wasAway = useRef(false)
  useEffect(() => {
    if (wasAway.current && !away) {
      void queries.invalidateQueries()
      notifications.show({
        message: t('back'),
        closeButtonProps: { 'aria-label': t('close') },
      })
    }
    wasAway.current = away
  }, [away, queries, t])
  if (!away) return null
  return (
    <Alert
      role="alert"
      color="yellow"
      mb="md"
      icon={<IconPlugConnectedX />}
      title={t('unreachable')}
    >
      {t('unreachableHint')}
    </Alert>
  )
}
