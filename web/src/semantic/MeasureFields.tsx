import { Group, Select, TagsInput, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Measure } from './model'

type Props = {
  measure: Measure
  columns: string[]
  at: (place: string) => string[]
  onChange: (measure: Measure) => void
}

const AGGREGATES = [
  'SUM',
  'AVG',
  'COUNT_ROWS',
  'COUNT',
  'COUNT_DISTINCT',
  'MEDIAN',
  'MIN',
  'MAX',
] as const
const ADDITIVITIES = ['ADDITIVE', 'SEMI_ADDITIVE', 'NON_ADDITIVE'] as const
const FORMATS = ['COUNT', 'NUMBER', 'MONEY', 'PERCENT'] as const
/** Computed from other figures, not from rows. */
const NONE = 'NONE'

/** A figure: what it is called, how it is computed, whether it adds up, and how it is written. */
export function MeasureFields({ measure, columns, at, onChange }: Props) {
  const { t } = useTranslation('semantic')
  const wide = { flex: '1 1 180px' }
  const aggregate = measure.aggregate ?? NONE
  const byFormula = measure.formula !== undefined || aggregate === NONE
  return (
    <>
      <Group align="flex-start">
        <TextInput
          label={t('fields.name')}
          value={measure.name}
          dir="auto"
          error={at('/name')[0]}
          onChange={(event) => onChange({ ...measure, name: event.currentTarget.value })}
          style={wide}
        />
        <Select
          label={t('fields.aggregate')}
          data={[
            ...AGGREGATES.map((one) => ({ value: one as string, label: t(`aggregates.${one}`) })),
            { value: NONE, label: t('aggregates.NONE') },
          ]}
          allowDeselect={false}
          value={aggregate}
          error={at('/aggregate')[0]}
          onChange={(value) => onChange(computed(measure, value, columns))}
          style={wide}
        />
        {aggregate !== NONE && aggregate !== 'COUNT_ROWS' && (
          <Select
            label={t('fields.column')}
            data={[{ value: '', label: t('fields.byFormula') }, ...columns]}
            searchable
            limit={200}
            allowDeselect={false}
            value={byFormula ? '' : (measure.column ?? null)}
            error={at('/column')[0]}
            onChange={(value) => onChange(of(measure, value ?? ''))}
            style={wide}
          />
        )}
        {byFormula && aggregate !== 'COUNT_ROWS' && (
          <TextInput
            label={t('fields.formula')}
            placeholder={aggregate === NONE ? 'revenue / order_count' : 'quantity * unit_price'}
            value={measure.formula ?? ''}
            error={at('/formula')[0]}
            onChange={(event) => onChange({ ...measure, formula: event.currentTarget.value })}
            style={wide}
          />
        )}
      </Group>
      <Group align="flex-start">
        <Select
          label={t('fields.additivity')}
          data={ADDITIVITIES.map((one) => ({
            value: one as string,
            label: t(`additivity.${one}`),
          }))}
          allowDeselect={false}
          value={measure.additivity}
          error={at('/additivity')[0]}
          onChange={(value) =>
            onChange({
              ...measure,
              additivity: ADDITIVITIES.find((one) => one === value) ?? 'ADDITIVE',
            })
          }
          style={wide}
        />
        <Select
          label={t('fields.format')}
          data={FORMATS.map((one) => ({ value: one as string, label: t(`format.${one}`) }))}
          clearable
          value={measure.format ?? null}
          error={at('/format')[0]}
          onChange={(value) => {
            const { format, ...rest } = measure
            void format
            const chosen = FORMATS.find((one) => one === value)
            onChange(chosen ? { ...rest, format: chosen } : rest)
          }}
          style={wide}
        />
        <TextInput
          label={measure.format === 'MONEY' ? t('fields.currency') : t('fields.unit')}
          value={(measure.format === 'MONEY' ? measure.currency : measure.unit) ?? ''}
          error={at('/currency')[0] ?? at('/unit')[0]}
          onChange={(event) => {
            const key = measure.format === 'MONEY' ? 'currency' : 'unit'
            onChange({ ...measure, [key]: event.currentTarget.value || undefined })
          }}
          style={wide}
        />
      </Group>
      <TagsInput
        label={t('fields.synonyms')}
        description={t('fields.synonymsHint')}
        value={measure.synonyms ?? []}
        acceptValueOnBlur
        error={at('/synonyms')[0]}
        onChange={(synonyms) => onChange({ ...measure, synonyms })}
      />
      <TextInput
        label={t('fields.description')}
        value={measure.description ?? ''}
        dir="auto"
        error={at('/description')[0]}
        onChange={(event) =>
          onChange({ ...measure, description: event.currentTarget.value || undefined })
        }
      />
      {measure.filters && measure.filters.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('fields.onlyWhere', { count: measure.filters.length })}
        </Text>
      )}
    </>
  )
}

function computed(measure: Measure, value: string | null, columns: string[]): Measure {
  const { aggregate: before, column, formula, ...rest } = measure
  void before
  const aggregate = AGGREGATES.find((one) => one === value)
  if (!aggregate) return { ...rest, formula: formula ?? '' }
  if (aggregate === 'COUNT_ROWS') return { ...rest, aggregate }
  if (formula !== undefined) return { ...rest, aggregate, formula }
  return { ...rest, aggregate, column: column ?? columns[0] ?? '' }
}

function of(measure: Measure, value: string): Measure {
  const { column, formula, ...rest } = measure
  void column
  return value === '' ? { ...rest, formula: formula ?? '' } : { ...rest, column: value }
}
