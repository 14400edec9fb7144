import { ActionIcon, Anchor, Button, Card, Group, Modal, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'
import { Failure } from '../common/Failure'

/** The connections that are kept: to choose tables of one, or to forget it. */
export function Connections({ all }: { all: Schemas['Connection'][] }) {
  const { t } = useTranslation('connect')
  const [going, setGoing] = useState<Schemas['Connection']>()
  if (all.length === 0) return <Text c="dimmed">{t('keptNone')}</Text>
  return (
    <Stack gap="xs" role="list">
      {all.map((connection) => (
        <Card key={connection.id} withBorder p="sm" role="listitem">
          <Group justify="space-between" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Anchor
                component={Link}
                to={`/connect?connection=${encodeURIComponent(connection.id)}`}
                fw={600}
                dir="auto"
              >
                {connection.name}
              </Anchor>
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {t(`systems.${connection.system}`)} · {addressOf(connection)}
              </Text>
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('forget', { name: connection.name })}
              onClick={() => setGoing(connection)}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        </Card>
      ))}
      {going && <Forget connection={going} onClose={() => setGoing(undefined)} />}
    </Stack>
  )
}

function Forget(props: { connection: Schemas['Connection']; onClose: () => void }) {
  const { t } = useTranslation(['connect', 'common'])
  const { connection, onClose } = props
  const queries = useQueryClient()
  const forgetting = useMutation({
    mutationFn: () =>
      data(api.DELETE('/api/connections/{id}', { params: { path: { id: connection.id } } })),
    onSuccess: () => {
      onClose()
      return queries.invalidateQueries({ queryKey: keys.connections })
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('forgetTitle', { name: connection.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text>{t('forgetText')}</Text>
        {forgetting.error && <Failure error={forgetting.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button color="red.9" loading={forgetting.isPending} onClick={() => forgetting.mutate()}>
            {t('forgetYes')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function addressOf({ host, port, database, user }: Schemas['Connection']): string {
  const place = [host && (port ? `${host}:${port}` : host), database].filter(Boolean).join(' / ')
  return user ? `${user} @ ${place}` : place
}
