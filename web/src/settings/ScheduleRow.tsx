import { Button, Skeleton, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'
import { cadenceOf } from './cadence'
import { ScheduleForm } from './ScheduleForm'

/** What is done to a row stays in sight where the table is wider than the screen. */
export const IN_SIGHT = {
  position: 'sticky',
  insetInlineEnd: 0,
  background: 'var(--mantine-color-body)',
} as const

/** How one source follows its origin: when, in what way, and which layers go along. */
export function ScheduleRow({ source }: { source: Schemas['SourceDetail'] }) {
  const { t } = useTranslation('settings')
  const { id, name } = source
  const [changing, setChanging] = useState(false)
  const settings = useQuery({
    queryKey: [...keys.source(id), 'settings'],
    queryFn: () => data(api.GET('/api/sources/{id}/settings', { params: { path: { id } } })),
  })
  const found = settings.data
  return (
    <Table.Tr>
      <Table.Td maw={260} dir="auto">
        <Text size="sm" truncate title={name}>
          {name}
        </Text>
      </Table.Td>
      {found ? (
        <>
          <Table.Td>
            <When settings={found} />
          </Table.Td>
          <Table.Td>{t(`modes.${found.mode}`)}</Table.Td>
          <Table.Td>{t(`follows.${found.downstream.silver ?? 'auto'}`)}</Table.Td>
          <Table.Td>{t(`follows.${found.downstream.gold ?? 'auto'}`)}</Table.Td>
          <Table.Td style={IN_SIGHT}>
            <Button
              size="xs"
              variant="default"
              aria-label={t('schedules.changeOf', { name })}
              onClick={() => setChanging(true)}
            >
              {t('schedules.change')}
            </Button>
            {changing && (
              <ScheduleForm source={source} settings={found} onClose={() => setChanging(false)} />
            )}
          </Table.Td>
        </>
      ) : (
        <Table.Td colSpan={5}>
          {settings.error ? settings.error.message : <Skeleton height={22} />}
        </Table.Td>
      )}
    </Table.Tr>
  )
}

function When({ settings }: { settings: Schemas['SyncSettings'] }) {
  const { t } = useTranslation('settings')
  const { schedule, watch } = settings
  if (!schedule) return <>{t(watch ? 'schedules.watched' : 'schedules.byHand')}</>
  const cadence = cadenceOf(schedule.cron)
  return (
    <>
      {cadence === 'other' ? schedule.cron : t(`cadence.${cadence}`)}
      <Text size="xs" c="dimmed">
        {schedule.zone} {watch && `· ${t('schedules.watched')}`}
      </Text>
    </>
  )
}
