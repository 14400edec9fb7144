import { Group, Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'
import { hasToken } from '../api/token'

/** Whom a question is put to: one source or all, and whether a language model may read it. */
export function Scope(props: {
  sources: Schemas['SourceDetail'][]
  source?: string
  onSource: (source: string | undefined) => void
  withModel: boolean
  onWithModel: (wanted: boolean) => void
}) {
  const { t } = useTranslation('ask')
  const model = useQuery({
    queryKey: [...keys.settings, 'model'],
    queryFn: () => data(api.GET('/api/settings/model')),
  })
  const mayAsk = model.data?.provider && model.data.privacy !== 'NONE' && hasToken()
  return (
    <Group gap="md" wrap="wrap">
      <Select
        aria-label={t('scope')}
        size="xs"
        w={220}
        value={props.source ?? ''}
        data={[
          { value: '', label: t('allSources') },
          ...props.sources.map((one) => ({ value: one.id, label: one.name })),
        ]}
        allowDeselect={false}
        searchable={props.sources.length > 8}
        onChange={(value) => props.onSource(value || undefined)}
      />
      {mayAsk && (
        <Switch
          size="xs"
          label={t('withModel', { model: model.data?.model ?? model.data?.provider })}
          checked={props.withModel}
          onChange={(event) => props.onWithModel(event.currentTarget.checked)}
        />
      )}
    </Group>
  )
}
