import { Stack, Text } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/queries'
import { Await } from '../common/Await'
import { count } from '../common/format'
import { pageSize, useRows } from '../common/grid/useRows'
import { ChangedRowDrawer } from '../rows/ChangedRowDrawer'
import { ChangesGrid } from '../rows/ChangesGrid'
import { changesOf, type ChangedRow, type Changes } from '../rows/fetching'
import { useWidth } from '../rows/useWidth'
import { MendForm } from './MendForm'
import { columnOf } from './reason'

/** The rows that were left out, the cells marked that they were left out for. */
export function RejectedRows(props: { source: string; reason: string | undefined }) {
  const { source, reason } = props
  const { t } = useTranslation(['rejects', 'rows'])
  const [opened, setOpened] = useState<number>()
  const width = useWidth(source)
  // A row that was left out on purpose has its filter as its reason, and that fate.
  const fate = reason?.startsWith('filtered_') ? 'filtered' : 'rejected'
  const fetch = useMemo(() => changesOf(source, fate, reason), [source, fate, reason])
  const queryKey = keys.rows(source, 'rejects', reason)
  const rows = useRows<ChangedRow, Changes>({ queryKey, size: pageSize(width), fetch })
  const columns = rows.first.data?.columns
  const failed = useCallback(
    (row: ChangedRow) =>
      row.reasons
        .map((one) => columns?.findIndex((column) => column.name === columnOf(one)) ?? -1)
        .filter((at) => at >= 0),
    [columns],
  )
  return (
    <Await query={rows.first}>
      {(first) =>
        first.total === 0 ? (
          <Text c="dimmed" py="xl" ta="center">
            {t('rejects:onlyFiltered')}
          </Text>
        ) : (
          <Stack gap="xs">
            <ChangesGrid
              label={t('rejects:title')}
              first={first}
              beside={false}
              rowAt={rows.rowAt}
              onSight={rows.onSight}
              onOpen={setOpened}
              failed={failed}
            />
            <Text size="xs" c="dimmed">
              {t('rows:rowsInAll', { count: first.total, rows: count(first.total) })} ·{' '}
              {t('rejects:openToMend')}
            </Text>
            <ChangedRowDrawer
              source={source}
              queryKey={queryKey}
              fetch={fetch}
              row={opened}
              onClose={() => setOpened(undefined)}
            >
              {(row, pairs) => (
                <MendForm
                  key={row.row}
                  source={source}
                  row={row}
                  columns={pairs}
                  failed={failed(row)}
                />
              )}
            </ChangedRowDrawer>
          </Stack>
        )
      }
    </Await>
  )
}
