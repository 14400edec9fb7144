import { Group, Select, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Dimension, Model } from './model'
import { Parts } from './Parts'

type Props = {
  dimensions: Dimension[]
  known: Model
  columns: string[]
  at: (pointer: string) => string[]
  onChange: (dimensions: Dimension[]) => void
}

const KINDS = ['CATEGORY', 'TIME', 'ENTITY', 'IDENTIFIER', 'LABEL'] as const
const GRAINS = ['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'HOUR'] as const

/** By what figures are told apart. */
export function Dimensions({ dimensions, known, columns, at, onChange }: Props) {
  const { t } = useTranslation('semantic')
  return (
    <Parts
      title={t('dimensions.title')}
      hint={t('dimensions.hint')}
      add={t('dimensions.add')}
      parts={dimensions}
      known={known.dimensions ?? []}
      fresh={(): Dimension => ({
        name: '',
        column: columns[0] ?? '',
        kind: 'CATEGORY',
        synonyms: [],
      })}
      about={(dimension) =>
        [dimension.column === dimension.name ? '' : dimension.column, t(`kind.${dimension.kind}`)]
          .filter(Boolean)
          .join(' · ')
      }
      problems={(index) => at(`/dimensions/${index}`)}
      onChange={onChange}
    >
      {(dimension, index, change) => (
        <Fields
          dimension={dimension}
          columns={columns}
          at={(place) => at(`/dimensions/${index}${place}`)}
          onChange={change}
        />
      )}
    </Parts>
  )
}

type FieldsProps = {
  dimension: Dimension
  columns: string[]
  at: (place: string) => string[]
  onChange: (dimension: Dimension) => void
}

function Fields({ dimension, columns, at, onChange }: FieldsProps) {
  const { t } = useTranslation('semantic')
  const wide = { flex: '1 1 180px' }
  return (
    <>
      <Group align="flex-start">
        <TextInput
          label={t('fields.name')}
          value={dimension.name}
          dir="auto"
          error={at('/name')[0]}
          onChange={(event) => onChange({ ...dimension, name: event.currentTarget.value })}
          style={wide}
        />
        <Select
          label={t('fields.column')}
          data={columns}
          searchable
          limit={200}
          allowDeselect={false}
          value={dimension.column}
          error={at('/column')[0]}
          onChange={(column) => column && onChange({ ...dimension, column })}
          style={wide}
        />
        <Select
          label={t('fields.kind')}
          data={KINDS.map((kind) => ({ value: kind as string, label: t(`kind.${kind}`) }))}
          allowDeselect={false}
          value={dimension.kind}
          error={at('/kind')[0]}
          onChange={(value) => {
            const kind = KINDS.find((one) => one === value) ?? 'CATEGORY'
            const { finest, ...rest } = dimension
            onChange(
              kind === 'TIME' ? { ...rest, kind, finest: finest ?? 'DAY' } : { ...rest, kind },
            )
          }}
          style={wide}
        />
        {dimension.kind === 'TIME' && (
          <Select
            label={t('fields.finest')}
            data={GRAINS.map((grain) => ({ value: grain as string, label: t(`grain.${grain}`) }))}
            allowDeselect={false}
            value={dimension.finest ?? 'DAY'}
            error={at('/finest')[0]}
            onChange={(value) =>
              onChange({ ...dimension, finest: GRAINS.find((one) => one === value) ?? 'DAY' })
            }
            style={wide}
          />
        )}
      </Group>
      <TagsInput
        label={t('fields.synonyms')}
        description={t('fields.synonymsHint')}
        value={dimension.synonyms ?? []}
        acceptValueOnBlur
        error={at('/synonyms')[0]}
        onChange={(synonyms) => onChange({ ...dimension, synonyms })}
      />
      <TextInput
        label={t('fields.description')}
        value={dimension.description ?? ''}
        dir="auto"
        error={at('/description')[0]}
        onChange={(event) =>
          onChange({ ...dimension, description: event.currentTarget.value || undefined })
        }
      />
    </>
  )
}
