import { Group, MultiSelect, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { useColumns } from '../gold/useGold'

type Side = Schemas['RelatedColumns']

type Props = {
  label: string
  sources: { value: string; label: string }[]
  side: Side
  error: string | undefined
  onChange: (side: Side) => void
}

/** One table and those of its columns that tell which row is meant. */
export function SideFields({ label, sources, side, error, onChange }: Props) {
  const { t } = useTranslation('relationships')
  return (
    <Group align="flex-start" style={{ flex: '1 1 300px' }}>
      <Select
        label={label}
        data={sources}
        searchable
        limit={200}
        allowDeselect={false}
        value={side.source || null}
        onChange={(source) => source && onChange({ source, columns: [] })}
        style={{ flex: '1 1 140px' }}
      />
      {side.source ? (
        <Columns side={side} error={error} onChange={onChange} />
      ) : (
        <MultiSelect label={t('columns')} disabled data={[]} style={{ flex: '1 1 140px' }} />
      )}
    </Group>
  )
}

function Columns({ side, error, onChange }: Pick<Props, 'side' | 'error' | 'onChange'>) {
  const { t } = useTranslation('relationships')
  const columns = useColumns(side.source)
  return (
    <MultiSelect
      label={t('columns')}
      data={columns.data?.map((column) => column.name) ?? []}
      searchable
      limit={200}
      value={side.columns}
      error={error ?? columns.error?.message}
      onChange={(names) => onChange({ ...side, columns: names })}
      style={{ flex: '1 1 140px' }}
    />
  )
}
