import { Stack, Text } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/queries'
import { Await } from '../common/Await'
import { count } from '../common/format'
import { pageSize, useRows } from '../common/grid/useRows'
import { ChangesGrid } from '../rows/ChangesGrid'
import type { ChangedRow, Changes } from '../rows/fetching'
import { useWidth } from '../rows/useWidth'
import { rejectedOf } from './queries'
import { blamed } from './reason'

/** The rows that were left out, the cells marked that they were left out for. */
export function RejectedRows(props: {
  source: string
  reason: string | undefined
  onOpen: (row: number) => void
}) {
  const { source, reason } = props
  const { t } = useTranslation(['rejects', 'rows'])
  const width = useWidth(source)
  const fetch = useMemo(() => rejectedOf(source, reason), [source, reason])
  const queryKey = keys.rows(source, 'rejects', reason)
  const rows = useRows<ChangedRow, Changes>({ queryKey, size: pageSize(width), fetch })
  const columns = rows.first.data?.columns
  const failed = useCallback(
    (row: ChangedRow) => (columns ? blamed(columns, row.reasons) : []),
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
              onOpen={props.onOpen}
              failed={failed}
            />
            <Text size="xs" c="dimmed">
              {t('rows:rowsInAll', { count: first.total, rows: count(first.total) })} ·{' '}
              {t('rejects:openToMend')}
            </Text>
          </Stack>
        )
      }
    </Await>
  )
}
