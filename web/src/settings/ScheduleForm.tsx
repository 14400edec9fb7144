import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'
import { Failure } from '../common/Failure'
import { CADENCES, cadenceOf, type Cadence } from './cadence'

type Choice = Cadence | 'other' | 'never'

/** Changes when and how a source follows its origin. */
export function ScheduleForm(props: {
  source: Schemas['SourceDetail']
  settings: Schemas['SyncSettings']
  onClose: () => void
}) {
  const { source, settings, onClose } = props
  const { t } = useTranslation(['settings', 'common'])
  const queries = useQueryClient()
  const path = { params: { path: { id: source.id } } }
  const workspace = useQuery({
    queryKey: keys.settings,
    queryFn: () => data(api.GET('/api/settings')),
  })
  const { schedule } = settings
  const [choice, setChoice] = useState<Choice>(schedule ? cadenceOf(schedule.cron) : 'never')
  const [cron, setCron] = useState(schedule?.cron ?? '30 6 * * *')
  const [mode, setMode] = useState(settings.mode)
  const [watch, setWatch] = useState(settings.watch)
  const [silver, setSilver] = useState(settings.downstream.silver !== 'manual')
  const [gold, setGold] = useState(settings.downstream.gold !== 'manual')
  const zone = schedule?.zone ?? workspace.data?.zone ?? 'UTC'
  const saving = useMutation({
    mutationFn: () =>
      data(
        api.PUT('/api/sources/{id}/settings', {
          ...path,
          body: {
            schedule:
              choice === 'never'
                ? null
                : { cron: choice === 'other' ? cron : CADENCES[choice], zone },
            mode,
            watch,
            downstream: { silver: silver ? 'auto' : 'manual', gold: gold ? 'auto' : 'manual' },
          },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.source(source.id) })
      onClose()
    },
  })
  const uploaded = source.origin.kind === 'file' && source.origin.uploaded
  const cadences = Object.keys(CADENCES) as Cadence[]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('schedules.title', { name: source.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <Stack>
          <Select
            label={t('schedules.when')}
            description={uploaded ? t('schedules.uploaded') : t('schedules.inZone', { zone })}
            allowDeselect={false}
            data={[
              { value: 'never', label: t('schedules.byHand') },
              ...cadences.map((one) => ({ value: one, label: t(`cadence.${one}`) })),
              { value: 'other', label: t('cadence.other') },
            ]}
            value={choice}
            onChange={(next) => setChoice(next as Choice)}
          />
          {choice === 'other' && (
            <TextInput
              label={t('schedules.cron')}
              description={t('schedules.cronHint')}
              value={cron}
              onChange={(event) => setCron(event.currentTarget.value)}
            />
          )}
          {source.origin.kind !== 'database' && (
            <Checkbox
              label={t('schedules.watch')}
              checked={watch}
              onChange={(event) => setWatch(event.currentTarget.checked)}
            />
          )}
          <Select
            label={t('schedules.mode')}
            allowDeselect={false}
            data={(['replace', 'append', 'snapshot'] as const).map((one) => ({
              value: one,
              label: t(`modes.${one}`),
            }))}
            value={mode}
            onChange={(next) => setMode(next as Schemas['LoadMode'])}
          />
          <Checkbox
            label={t('schedules.followSilver')}
            checked={silver}
            onChange={(event) => setSilver(event.currentTarget.checked)}
          />
          <Checkbox
            label={t('schedules.followGold')}
            checked={gold}
            onChange={(event) => setGold(event.currentTarget.checked)}
          />
          {saving.error && <Failure error={saving.error} />}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
