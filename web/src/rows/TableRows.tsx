import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/queries'
import { Await } from '../common/Await'
import { count } from '../common/format'
import { pageSize, useRows } from '../common/grid/useRows'
import { useAddress, type Layer } from './address'
import { changesOf, tableOf, type TablePage } from './fetching'
import { FilterPills } from './FilterPills'
import { TableGrid } from './TableGrid'
import { TableRowDrawer } from './TableRowDrawer'
import { useWidth } from './useWidth'

/** The rows of one layer's table, sorted and filtered by the server. */
export function TableRows(props: { source: string; layer: Layer; table: string | undefined }) {
  const { source, layer, table } = props
  const { t } = useTranslation('rows')
  const { sorting, change } = useAddress()
  const [opened, setOpened] = useState<number>()
  const width = useWidth(source)
  const asked = JSON.stringify(sorting)
  const fetch = useMemo(
    () => tableOf(source, layer, table, JSON.parse(asked)),
    [source, layer, table, asked],
  )
  const queryKey = keys.rows(source, layer, table, asked)
  const rows = useRows<unknown[], TablePage>({ queryKey, size: pageSize(width), fetch })
  const received = useQuery({
    queryKey: keys.rows(source, 'names'),
    queryFn: ({ signal }) => changesOf(source, undefined)({ limit: 0, offset: 0, signal }),
    enabled: layer === 'silver',
  })
  const filter = (criteria: typeof sorting.criteria) =>
    change({ filter: criteria.length > 0 ? JSON.stringify(criteria) : undefined })
  return (
    <Stack gap="sm">
      <FilterPills criteria={sorting.criteria} onChange={filter} />
      <Await query={rows.first}>
        {(first) => (
          <>
            <TableGrid
              key={asked + layer + table}
              label={t(`table.${layer}`)}
              first={first}
              layer={layer}
              sorting={sorting}
              received={received.data?.columns ?? []}
              rowAt={rows.rowAt}
              onSight={rows.onSight}
              onOpen={setOpened}
              onSort={(sort, descending) =>
                change({ sort, descending: descending ? 'true' : undefined })
              }
              onFilter={(criterion) =>
                filter([
                  ...sorting.criteria.filter((one) => one.column !== criterion.column),
                  criterion,
                ])
              }
            />
            <Text size="xs" c="dimmed" aria-live="polite">
              {first.total === 0
                ? t(sorting.criteria.length > 0 ? 'noneFound' : 'noRows')
                : t('rowsInAll', { count: first.total, rows: count(first.total) })}
            </Text>
          </>
        )}
      </Await>
      <TableRowDrawer
        queryKey={queryKey}
        fetch={fetch}
        row={opened}
        onClose={() => setOpened(undefined)}
      />
    </Stack>
  )
}
