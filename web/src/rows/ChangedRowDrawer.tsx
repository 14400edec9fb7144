import { Drawer, Group, Stack, Text } from '@mantine/core'
import { useQuery, type QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Await } from '../common/Await'
import type { Wish } from '../common/grid/useRows'
import { ReasonText } from '../rejects/ReasonText'
import { FateMark } from './FateMark'
import type { ChangedColumn, ChangedRow, Changes } from './fetching'
import { PairOfValues } from './PairOfValues'

/** A row with all its values, whole, before and after, where it comes from and why it is where it is. */
export function ChangedRowDrawer(props: {
  source: string
  queryKey: QueryKey
  fetch: (wish: Wish, whole: boolean) => Promise<Changes>
  row: number | undefined
  onClose: () => void
  /** It stays as it was when it was opened, whatever becomes of it meanwhile. */
  pinned?: boolean
  /** What can be done with the row. */
  children?: (row: ChangedRow, columns: ChangedColumn[]) => ReactNode
}) {
  const { t } = useTranslation(['rows', 'common'])
  const { row, fetch } = props
  const whole = useQuery({
    queryKey: [...props.queryKey, 'whole', row],
    queryFn: ({ signal }) => fetch({ limit: 1, offset: row ?? 0, signal }, true),
    enabled: row !== undefined,
    gcTime: 10_000,
    ...(props.pinned && { staleTime: Infinity, gcTime: 0 }),
  })
  return (
    <Drawer
      opened={row !== undefined}
      onClose={props.onClose}
      position="right"
      size="lg"
      title={t('rows:rowDetails')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Await query={whole}>
        {({ rows, columns }) => {
          const found = rows[0]
          return found === undefined ? (
            <Text c="dimmed">{t('rows:rowGone')}</Text>
          ) : (
            <Stack gap="md">
              <Origin row={found} />
              {props.children?.(found, columns)}
              <Stack gap={0}>
                {columns.map((column, i) => (
                  <PairOfValues
                    key={`${column.source} ${column.name}`}
                    column={column}
                    before={found.before[i]}
                    after={found.after?.[i]}
                    cleaned={found.after !== undefined}
                    changed={found.changed.includes(i)}
                  />
                ))}
              </Stack>
            </Stack>
          )
        }}
      </Await>
    </Drawer>
  )
}

function Origin({ row }: { row: ChangedRow }) {
  const { t } = useTranslation('rows')
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <FateMark fate={row.fate} />
        <Text fw={600}>{t(`fate.${row.fate}`)}</Text>
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {row.file === undefined
          ? t('lineOnly', { line: row.line })
          : t('lineOf', { line: row.line, file: row.file })}
      </Text>
      {row.reasons.map((reason) => (
        <Text key={reason} size="sm">
          <ReasonText reason={reason} />
        </Text>
      ))}
      {row.kept !== undefined && (
        <Text size="sm">{t('stays', { line: row.kept.split(':')[1] ?? row.kept })}</Text>
      )}
    </Stack>
  )
}
