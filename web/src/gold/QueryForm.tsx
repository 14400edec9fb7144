import { Group, NumberInput, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import type { Problem } from '../api/problems'
import { DimensionFields } from './DimensionFields'
import { FilterFields } from './FilterFields'
import { Joined } from './Joined'
import { Kept } from './Kept'
import { MeasureFields } from './MeasureFields'
import { OrderFields } from './OrderFields'
import type { Query } from './tables'

type Column = Schemas['RowsColumn']

type Props = {
  query: Query
  columns: Column[]
  problem: Problem | undefined
  onChange: (query: Query) => void
}

/** A typed query: what rows are grouped by, what is computed, which count and in what order they stand. */
export function QueryForm({ query, columns, problem, onChange }: Props) {
  const { t } = useTranslation('gold')
  const own = columns.map((column) => column.name)
  const imported = (query.joins ?? []).flatMap((join) => join.columns.map((column) => column.name))
  const names = [...new Set([...own, ...imported])]
  const results = [
    ...(query.dimensions ?? []),
    ...(query.measures ?? []),
    ...(query.calculations ?? []),
  ].map((one) => one.name)
  const at = (place: string) => problem?.at(`/gold_tables/0/query${place}`) ?? []
  const times = new Set(
    columns.filter((column) => /^(DATE|TIME)/.test(column.type)).map((column) => column.name),
  )
  return (
    <Stack gap="lg">
      <Joined table={{ name: '', query }} />
      <DimensionFields
        dimensions={query.dimensions ?? []}
        names={names}
        times={times}
        at={at}
        onChange={(dimensions) => onChange({ ...query, dimensions })}
      />
      <MeasureFields
        measures={query.measures ?? []}
        names={names}
        at={at}
        onChange={(measures) => onChange({ ...query, measures })}
      />
      <Kept query={query} onChange={onChange} />
      <FilterFields
        title={t('form.filters')}
        hint={t('form.filtersHint')}
        filters={query.filters ?? []}
        names={names}
        at={at}
        place="/filters"
        onChange={(filters) => onChange({ ...query, filters })}
      />
      <FilterFields
        title={t('form.having')}
        hint={t('form.havingHint')}
        filters={query.having ?? []}
        names={results}
        at={at}
        place="/having"
        onChange={(having) => onChange({ ...query, having })}
      />
      <OrderFields
        orders={query.order_by ?? []}
        names={results}
        at={at}
        onChange={(order_by) => onChange({ ...query, order_by })}
      />
      <Group>
        <NumberInput
          label={t('form.limit')}
          description={t('form.limitHint')}
          min={1}
          allowDecimal={false}
          value={query.limit ?? ''}
          error={at('/limit')[0]}
          onChange={(limit) => {
            const rest = { ...query }
            delete rest.limit
            onChange(typeof limit === 'number' ? { ...rest, limit } : rest)
          }}
        />
      </Group>
      {['/table', '/shape', '/joins', '/segment', '/calculations'].flatMap(at).map((message) => (
        <Text key={message} size="sm" c="var(--mantine-color-error)" role="alert">
          {message}
        </Text>
      ))}
    </Stack>
  )
}
