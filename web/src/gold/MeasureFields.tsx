import { Select, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Several } from './Several'

type Measure = Schemas['Measure']

type Props = {
  measures: Measure[]
  names: string[]
  at: (place: string) => string[]
  onChange: (measures: Measure[]) => void
}

export const AGGREGATES = [
  'SUM',
  'AVG',
  'COUNT_ROWS',
  'COUNT',
  'COUNT_DISTINCT',
  'MEDIAN',
  'MIN',
  'MAX',
] as const

/** Chosen instead of a column: what is computed is written as arithmetic. No column is called so. */
const FORMULA = '\u0000formula'

/** What is computed for each group. */
export function MeasureFields({ measures, names, at, onChange }: Props) {
  const { t } = useTranslation('gold')
  return (
    <Several
      title={t('form.measures')}
      add={t('form.addMeasure')}
      remove={(number) => t('form.removeMeasure', { number })}
      values={measures}
      fresh={(): Measure => ({ name: 'row_count', aggregate: 'COUNT_ROWS' })}
      onChange={onChange}
    >
      {(measure, index, change) => (
        <>
          <Select
            label={t('form.aggregate')}
            data={AGGREGATES.map((aggregate) => ({
              value: aggregate as string,
              label: t(`aggregate.${aggregate}`),
            }))}
            allowDeselect={false}
            value={measure.aggregate}
            error={at(`/measures/${index}/aggregate`)[0]}
            onChange={(value) => change(withAggregate(measure, value ?? '', names))}
            style={{ flex: '1 1 130px' }}
          />
          {measure.aggregate !== 'COUNT_ROWS' && (
            <Select
              label={t('form.of')}
              data={[{ value: FORMULA, label: t('form.formula') }, ...names]}
              searchable
              limit={200}
              allowDeselect={false}
              value={measure.formula === undefined ? (measure.column ?? null) : FORMULA}
              error={at(`/measures/${index}/column`)[0]}
              onChange={(value) => value !== null && change(withColumn(measure, value))}
              style={{ flex: '1 1 130px' }}
            />
          )}
          {measure.formula !== undefined && (
            <TextInput
              label={t('form.formula')}
              placeholder="quantity * unit_price"
              value={measure.formula}
              error={at(`/measures/${index}/formula`)[0]}
              onChange={(event) => change({ ...measure, formula: event.currentTarget.value })}
              style={{ flex: '1 1 100%' }}
            />
          )}
          <TextInput
            label={t('form.name')}
            value={measure.name}
            error={at(`/measures/${index}/name`)[0]}
            onChange={(event) => change({ ...measure, name: event.currentTarget.value })}
            style={{ flex: '1 1 120px' }}
          />
          {measure.filters && measure.filters.length > 0 && (
            <Text size="xs" c="dimmed" w="100%">
              {t('form.onlyWhere', { count: measure.filters.length })}
            </Text>
          )}
        </>
      )}
    </Several>
  )
}

function withAggregate(measure: Measure, value: string, names: string[]): Measure {
  const aggregate = AGGREGATES.find((one) => one === value) ?? 'COUNT_ROWS'
  const { filters } = measure
  const kept = filters && { filters }
  if (aggregate === 'COUNT_ROWS') return { name: 'row_count', aggregate, ...kept }
  if (measure.formula !== undefined) return { ...measure, aggregate }
  const column = measure.column ?? names[0] ?? ''
  return { name: `${aggregate.toLowerCase()}_${column}`, aggregate, column, ...kept }
}

function withColumn({ name, aggregate, filters }: Measure, value: string): Measure {
  const kept = filters && { filters }
  return value === FORMULA
    ? { name, aggregate, formula: '', ...kept }
    : { name: `${aggregate.toLowerCase()}_${value}`, aggregate, column: value, ...kept }
}
