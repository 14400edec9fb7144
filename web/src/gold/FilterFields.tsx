import { Select, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Several } from './Several'

type Filter = Schemas['Filter']

type Props = {
  title: string
  hint: string
  filters: Filter[]
  names: string[]
  at: (place: string) => string[]
  place: string
  onChange: (filters: Filter[]) => void
}

const COMPARISONS = [
  'EQUAL',
  'NOT_EQUAL',
  'LESS',
  'LESS_OR_EQUAL',
  'GREATER',
  'GREATER_OR_EQUAL',
  'IN',
  'NOT_IN',
  'FROM_TO',
  'CONTAINS',
  'STARTS_WITH',
  'IS_NULL',
  'IS_NOT_NULL',
] as const

type Comparison = (typeof COMPARISONS)[number]

/** Which rows count, or which groups stay. */
export function FilterFields({ title, hint, filters, names, at, place, onChange }: Props) {
  const { t } = useTranslation('gold')
  return (
    <Several
      title={title}
      hint={hint}
      add={t('form.addFilter')}
      remove={(number) => t('form.removeFilter', { number, title })}
      values={filters}
      fresh={(): Filter => ({ column: names[0] ?? '', comparison: 'EQUAL', values: [] })}
      onChange={onChange}
    >
      {(filter, index, change) => (
        <>
          <Select
            label={t('form.column')}
            data={[...new Set([...names, filter.column])]}
            searchable
            limit={200}
            allowDeselect={false}
            value={filter.column}
            error={at(`${place}/${index}/column`)[0]}
            onChange={(column) => column && change({ ...filter, column })}
            style={{ flex: '1 1 130px' }}
          />
          <Select
            label={t('form.comparison')}
            data={COMPARISONS.map((comparison) => ({
              value: comparison as string,
              label: t(`comparison.${comparison}`),
            }))}
            allowDeselect={false}
            value={filter.comparison}
            error={at(`${place}/${index}/comparison`)[0]}
            onChange={(value) =>
              change({ ...filter, comparison: COMPARISONS.find((one) => one === value) ?? 'EQUAL' })
            }
            style={{ flex: '1 1 130px' }}
          />
          {needed(filter.comparison) > 0 && (
            <TagsInput
              label={t('form.values', { count: needed(filter.comparison) })}
              maxTags={needed(filter.comparison)}
              value={filter.values ?? []}
              splitChars={[]}
              acceptValueOnBlur
              error={at(`${place}/${index}/values`)[0]}
              onChange={(values) => change({ ...filter, values })}
              style={{ flex: '1 1 130px' }}
            />
          )}
        </>
      )}
    </Several>
  )
}

function needed(comparison: Comparison): number {
  switch (comparison) {
    case 'IS_NULL':
    case 'IS_NOT_NULL':
      return 0
    case 'IN':
    case 'NOT_IN':
      return 500
    case 'FROM_TO':
      return 2
    default:
      return 1
  }
}
