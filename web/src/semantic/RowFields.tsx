import { Group, MultiSelect, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Model } from './model'

type Props = {
  model: Model
  columns: string[]
  at: (pointer: string) => string[]
  onChange: (model: Model) => void
}

/** What one row is, what tells it from others, and when it happened. */
export function RowFields({ model, columns, at, onChange }: Props) {
  const { t } = useTranslation('semantic')
  const times = (model.dimensions ?? [])
    .filter((dimension) => dimension.kind === 'TIME')
    .map((dimension) => dimension.name)
  return (
    <Group align="flex-start" gap="md">
      <TextInput
        label={t('row.noun')}
        description={t('row.nounHint')}
        value={model.row_noun ?? ''}
        dir="auto"
        error={at('/row_noun')[0]}
        onChange={(event) => onChange({ ...model, row_noun: event.currentTarget.value })}
        style={{ flex: '1 1 200px' }}
      />
      <MultiSelect
        label={t('row.grain')}
        description={t('row.grainHint')}
        data={columns}
        searchable
        limit={200}
        value={model.grain ?? []}
        error={at('/grain')[0]}
        onChange={(grain) => onChange({ ...model, grain })}
        style={{ flex: '1 1 240px' }}
      />
      <Select
        label={t('row.time')}
        description={t('row.timeHint')}
        data={[...new Set([...times, ...(model.time ? [model.time] : [])])]}
        clearable
        value={model.time ?? null}
        error={at('/time')[0]}
        onChange={(time) => onChange({ ...model, time: time ?? '' })}
        style={{ flex: '1 1 200px' }}
      />
    </Group>
  )
}
