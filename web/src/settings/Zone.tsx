import { Button, Group, Paper, Select, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { Problem } from '../api/problems'
import { keys } from '../api/queries'
import { Failure } from '../common/Failure'

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** In which time zone today, this month and last year are meant. */
export function Zone({ zone }: { zone: string }) {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const [wished, setWished] = useState(zone)
  const saving = useMutation({
    mutationFn: () => data(api.PUT('/api/settings', { body: { zone: wished } })),
    onSuccess: () => {
      notifications.show({ message: t('saved') })
      return queries.invalidateQueries({ queryKey: keys.settings })
    },
  })
  const { error } = saving
  const atField = error instanceof Problem ? error.at('/zone').join(' ') : ''
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('zone.title')}>
      <Title order={2} size="h4">
        {t('zone.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('zone.text')}
      </Text>
      <Group align="end">
        <Select
          label={t('zone.label')}
          searchable
          allowDeselect={false}
          limit={200}
          nothingFoundMessage={t('zone.none')}
          data={ZONES.includes(zone) ? ZONES : [zone, ...ZONES]}
          value={wished}
          onChange={(next) => next && setWished(next)}
          error={atField || undefined}
          w={280}
        />
        <Button
          disabled={wished === zone}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          {t('save')}
        </Button>
      </Group>
      {error && !atField && <Failure error={error} />}
    </Paper>
  )
}
