import { Alert, Button, Group, List, Text } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { keys } from '../api/queries'
import { Failure } from '../common/Failure'
import { ChangeInWords } from './ChangeInWords'

/** Whether the columns of the origin are still those that were read; looked up when asked. */
export function Drift({ id }: { id: string }) {
  const { t } = useTranslation('sources')
  const [asked, setAsked] = useState(false)
  const drift = useQuery({
    queryKey: [...keys.source(id), 'drift'],
    enabled: asked,
    queryFn: () => data(api.GET('/api/sources/{id}/drift', { params: { path: { id } } })),
  })
  const changes = drift.data?.drift.changes ?? []
  return (
    <div aria-live="polite">
      {drift.error && <Failure error={drift.error} onRetry={() => void drift.refetch()} />}
      {changes.length > 0 && (
        <Alert color="yellow" icon={<IconArrowsDiff />} title={t('drift.title')}>
          <List size="sm">
            {changes.map((change, place) => (
              <List.Item key={place}>
                <ChangeInWords change={change} />
              </List.Item>
            ))}
          </List>
          {drift.data && drift.data.breaks.length > 0 && (
            <>
              <Text size="sm" mt="xs">
                {t('drift.breaks')}
              </Text>
              <List size="sm">
                {drift.data.breaks.map((sentence) => (
                  <List.Item key={sentence} lang="en" style={{ overflowWrap: 'anywhere' }}>
                    {sentence}
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </Alert>
      )}
      {changes.length === 0 && !drift.error && (
        <Group gap="sm">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowsDiff size={16} />}
            loading={drift.isFetching}
            onClick={() => (asked ? void drift.refetch() : setAsked(true))}
          >
            {t('drift.check')}
          </Button>
          {drift.data && <Text size="sm">{t('drift.none')}</Text>}
        </Group>
      )}
    </div>
  )
}
