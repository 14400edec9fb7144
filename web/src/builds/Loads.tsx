import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { IconDatabaseOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import { ago, count, moment } from '../common/format'
import type { Actions } from '../sources/actions'
import { useLoads } from '../sources/queries'
import { UndoLoad } from '../sources/UndoLoad'

/** Every reading of the origin, and a way to take the last one back. */
export function Loads({ id, actions }: { id: string; actions: Actions }) {
  const { t } = useTranslation('builds')
  const loads = useLoads(id)
  const [undoing, setUndoing] = useState(false)
  return (
    <Await query={loads}>
      {(all) => {
        const last = all.find((load) => load.undone_at === undefined)
        return all.length === 0 ? (
          <Empty icon={<IconDatabaseOff />} title={t('loads.empty')} />
        ) : (
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {t('loads.hint')}
            </Text>
            <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {all.map((load) => (
                <li key={load.load_id}>
                  <OneLoad
                    load={load}
                    onUndo={load === last ? () => setUndoing(true) : undefined}
                  />
                </li>
              ))}
            </Stack>
            {undoing && (
              <UndoLoad id={id} onClose={() => setUndoing(false)} onUndo={actions.undo} />
            )}
          </Stack>
        )
      }}
    </Await>
  )
}

function OneLoad({ load, onUndo }: { load: Schemas['Load']; onUndo?: () => void }) {
  const { t, i18n } = useTranslation('builds')
  const counts = [
    load.rows_read !== undefined &&
      t('loads.read', { count: load.rows_read, rows: count(load.rows_read) }),
    load.rows_landed !== undefined && t('loads.landed', { rows: count(load.rows_landed) }),
    (load.rows_malformed ?? 0) > 0 &&
      t('loads.malformed', { rows: count(load.rows_malformed ?? 0) }),
    (load.rows_known ?? 0) > 0 && t('loads.known', { rows: count(load.rows_known ?? 0) }),
    (load.rows_superseded ?? 0) > 0 &&
      t('loads.superseded', {
        count: load.rows_superseded ?? 0,
        rows: count(load.rows_superseded ?? 0),
      }),
  ].filter(Boolean)
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Text size="sm" fw={600}>
            {t('loads.number', { number: load.load_id })}
          </Text>
          <Text size="sm">{t(`loads.mode.${load.mode}`)}</Text>
          {load.undone_at !== undefined && (
            <Text size="sm" c="dimmed">
              {t('loads.undone', { ago: ago(load.undone_at, i18n.language) })}
            </Text>
          )}
        </Group>
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {moment(load.loaded_at)}
          </Text>
          {onUndo && (
            <Button size="xs" variant="default" onClick={onUndo}>
              {t('loads.undo')}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {counts.join(' · ')}
      </Text>
    </Card>
  )
}
