import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Several } from './Several'

type Dimension = Schemas['Dimension']

type Props = {
  dimensions: Dimension[]
  names: string[]
  /** The columns that hold times. */
  times: Set<string>
  at: (place: string) => string[]
  onChange: (dimensions: Dimension[]) => void
}

const GRAINS = ['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'HOUR'] as const
const PARTS = [
  'MONTH_OF_YEAR',
  'QUARTER_OF_YEAR',
  'DAY_OF_MONTH',
  'WEEKDAY',
  'HOUR_OF_DAY',
] as const

/** What rows are grouped by: columns, and of times their months or weekdays. */
export function DimensionFields({ dimensions, names, times, at, onChange }: Props) {
  const { t } = useTranslation('gold')
  const how = (dimension: Dimension) => dimension.grain ?? dimension.part ?? ''
  return (
    <Several
      title={t('form.dimensions')}
      hint={t('form.dimensionsHint')}
      add={t('form.addDimension')}
      remove={(number) => t('form.removeDimension', { number })}
      values={dimensions}
      fresh={(): Dimension => ({ name: names[0] ?? '', column: names[0] ?? '' })}
      onChange={onChange}
    >
      {(dimension, index, change) => (
        <>
          <Select
            label={t('form.column')}
            data={names}
            searchable
            limit={200}
            allowDeselect={false}
            value={dimension.column}
            error={at(`/dimensions/${index}/column`)[0]}
            onChange={(column) => column && change({ name: column, column })}
            style={{ flex: '1 1 150px' }}
          />
          {(times.has(dimension.column) || how(dimension) !== '') && (
            <Select
              label={t('form.part')}
              data={[
                { value: '', label: t('form.asIs') },
                {
                  group: t('form.periods'),
                  items: GRAINS.map((grain) => ({
                    value: grain as string,
                    label: t(`grain.${grain}`),
                  })),
                },
                {
                  group: t('form.parts'),
                  items: PARTS.map((part) => ({ value: part as string, label: t(`part.${part}`) })),
                },
              ]}
              allowDeselect={false}
              value={how(dimension)}
              error={at(`/dimensions/${index}/grain`)[0] ?? at(`/dimensions/${index}/part`)[0]}
              onChange={(value) => change(divided(dimension, value ?? ''))}
              style={{ flex: '1 1 130px' }}
            />
          )}
          <TextInput
            label={t('form.name')}
            value={dimension.name}
            error={at(`/dimensions/${index}/name`)[0]}
            onChange={(event) => change({ ...dimension, name: event.currentTarget.value })}
            style={{ flex: '1 1 120px' }}
          />
        </>
      )}
    </Several>
  )
}

function divided({ column }: Dimension, value: string): Dimension {
  const grain = GRAINS.find((one) => one === value)
  if (grain) return { name: grain.toLowerCase(), column, grain }
  const part = PARTS.find((one) => one === value)
  return part ? { name: part.toLowerCase(), column, part } : { name: column, column }
}
