import { Group, Stack, Text } from '@mantine/core'
import type { QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wish } from '../common/grid/useRows'
import { ReasonText } from '../rejects/ReasonText'
import { FateMark } from './FateMark'
import type { ChangedColumn, ChangedRow, Changes } from './fetching'
import { PairOfValues } from './PairOfValues'
import { RowDrawer } from './RowDrawer'

/** A row with all its values, whole, before and after, where it comes from and why it is where it is. */
export function ChangedRowDrawer(props: {
  queryKey: QueryKey
  fetch: (wish: Wish, whole: boolean) => Promise<Changes>
  row: number | undefined
  onClose: () => void
  pinned?: boolean
  /** What can be done with the row. */
  children?: (row: ChangedRow, columns: ChangedColumn[]) => ReactNode
}) {
  const { children, ...drawer } = props
  return (
    <RowDrawer {...drawer}>
      {(row: ChangedRow, { columns }) => (
        <Stack gap="md">
          <Origin row={row} />
          {children?.(row, columns)}
          <Stack gap={0}>
            {columns.map((column, i) => (
              <PairOfValues
                key={`${column.source} ${column.name}`}
                column={column}
                before={row.before[i]}
                after={row.after?.[i]}
                cleaned={row.after !== undefined}
                changed={row.changed.includes(i)}
              />
            ))}
          </Stack>
        </Stack>
      )}
    </RowDrawer>
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
