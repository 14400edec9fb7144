import { Stack, Text } from '@mantine/core'
import { IconFileCheck } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/queries'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import { count } from '../common/format'
import { Grid } from '../common/grid/Grid'
import { useRows } from '../common/grid/useRows'
import { Value } from '../common/grid/Value'
import { widthOf } from '../common/grid/widths'
import { malformedOf, type TablePage } from './fetching'
import { TableRowDrawer } from './TableRowDrawer'

const COLUMNS = ['_reason', '_action', '_raw'] as const
const look = () => undefined

/** The lines that could not be read, raw. */
export function MalformedLines({ source }: { source: string }) {
  const { t } = useTranslation('rows')
  const [opened, setOpened] = useState<number>()
  const fetch = useMemo(() => malformedOf(source), [source])
  const queryKey = keys.rows(source, 'malformed')
  const rows = useRows<unknown[], TablePage>({ queryKey, size: 50, fetch })
  const names = rows.first.data?.columns
  const value = useCallback(
    (row: unknown[], name: string) => row[names?.findIndex((column) => column.name === name) ?? -1],
    [names],
  )
  const cell = useCallback(
    (row: unknown[], column: number) => <Value value={value(row, COLUMNS[column] ?? '')} />,
    [value],
  )
  const lead = useCallback((row: unknown[]) => String(value(row, '_line_no')), [value])
  return (
    <Await query={rows.first}>
      {(first) =>
        first.total === 0 ? (
          <Empty icon={<IconFileCheck />} title={t('allRead')}>
            {t('allReadHint')}
          </Empty>
        ) : (
          <Stack gap="sm">
            <Grid
              label={t('show.malformed')}
              rows={first.total}
              columns={COLUMNS.map((name) => ({
                id: name,
                title: (
                  <Text size="sm" fw={600} lh="46px">
                    {t(`malformed.${name}`)}
                  </Text>
                ),
                width:
                  name === '_raw'
                    ? 900
                    : widthOf(
                        name,
                        '',
                        first.rows.map((row) => value(row, name)),
                      ),
              }))}
              leadTitle={t('line')}
              leadWidth={76}
              rowAt={rows.rowAt}
              lead={lead}
              cell={cell}
              look={look}
              onSight={rows.onSight}
              onOpen={setOpened}
            />
            <Text size="xs" c="dimmed">
              {t('rowsInAll', { count: first.total, rows: count(first.total) })}
            </Text>
            <TableRowDrawer
              queryKey={queryKey}
              fetch={fetch}
              row={opened}
              onClose={() => setOpened(undefined)}
            />
          </Stack>
        )
      }
    </Await>
  )
}
