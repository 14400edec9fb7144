import { Button, Card, Checkbox, Group, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { Problem } from '../api/problems'
import { useSources } from '../api/queries'
import { Failure } from '../common/Failure'
import { SideFields } from './SideFields'
import { useForgetRelationships } from './useRelationships'

const NONE: Schemas['RelatedColumns'] = { source: '', columns: [] }

/** Says oneself how two tables belong together. */
export function OneOwn() {
  const { t } = useTranslation('relationships')
  const sources = useSources()
  const forget = useForgetRelationships()
  const [from, setFrom] = useState(NONE)
  const [to, setTo] = useState(NONE)
  const [many, setMany] = useState(false)
  const say = useMutation({
    mutationFn: () =>
      data(
        api.POST('/api/relationships', { body: { from, to, ...(many && { many_to_many: true }) } }),
      ),
    onSuccess: async () => {
      setFrom(NONE)
      setTo(NONE)
      setMany(false)
      await forget()
    },
  })
  const names = (sources.data ?? []).map((source) => ({ value: source.id, label: source.name }))
  if (names.length < 2) return null
  const problem = say.error instanceof Problem ? say.error : undefined
  const conflict = problem?.status === 409
  return (
    <Card withBorder component="section" aria-label={t('own')}>
      <Stack>
        <Title order={2} size="h4">
          {t('own')}
        </Title>
        <Group align="flex-start" gap="xl">
          <SideFields
            label={t('ownFrom')}
            sources={names}
            side={from}
            error={problem?.at('/from')[0]}
            onChange={setFrom}
          />
          <SideFields
            label={t('ownTo')}
            sources={names}
            side={to}
            error={problem?.at('/to')[0]}
            onChange={setTo}
          />
        </Group>
        {(conflict || many) && (
          <Checkbox
            label={t('many')}
            checked={many}
            onChange={(event) => setMany(event.currentTarget.checked)}
          />
        )}
        {say.error && <Failure error={say.error} />}
        <Group>
          <Button
            variant="default"
            disabled={from.columns.length === 0 || from.columns.length !== to.columns.length}
            loading={say.isPending}
            onClick={() => say.mutate()}
          >
            {t('ownSay')}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}
