import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import { count } from '../../common/format'

const MOST = 40

/** Columns whose type or values would be others. */
export function ChangedColumns({ columns }: { columns: Schemas['ColumnChange'][] }) {
  const { t } = useTranslation('silver')
  const whatBecomes = ({ type_before, type_after }: Schemas['ColumnChange']) => {
    if (type_before === undefined) return t('difference.isNew', { type: type_after })
    if (type_after === undefined) return t('difference.isGone')
    return type_before === type_after ? type_after : `${type_before} → ${type_after}`
  }
  const changed = columns.filter(
    (column) =>
      column.changed > 0 ||
      column.column_before !== undefined ||
      column.type_before !== column.type_after,
  )
  if (changed.length === 0) return null
  return (
    <Table verticalSpacing={4} aria-label={t('difference.columns')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('difference.columns')}</Table.Th>
          <Table.Th>{t('difference.type')}</Table.Th>
          <Table.Th ta="end">{t('difference.cells')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changed.slice(0, MOST).map((column) => (
          <Table.Tr key={column.column}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {column.column_before !== undefined && (
                <>
                  <bdi>{column.column_before}</bdi> →{' '}
                </>
              )}
              <bdi>{column.column}</bdi>
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{whatBecomes(column)}</Table.Td>
            <Table.Td ta="end">{count(column.changed)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      {changed.length > MOST && (
        <Table.Caption>{t('changes.more', { count: changed.length - MOST })}</Table.Caption>
      )}
    </Table>
  )
}
