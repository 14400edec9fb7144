import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count } from '../common/format'
import { AccountTable } from './AccountTable'

const PARTS = [
  'raw',
  'kept',
  'changed',
  'emptied',
  'rejected',
  'duplicates',
  'filtered',
  'filled',
] as const

/** The account of values: what was received is the sum of what comes after, but for what was filled in. */
export function CellsTable({ cells }: { cells: Schemas['Cells'][] }) {
  const { t } = useTranslation('sources')
  return (
    <AccountTable label={t('cells.toggle')} minWidth={760} parts={PARTS} rows={cells}>
      {(one, part) => (
        <Text span size="sm" c={one[part] === 0 ? 'dimmed' : undefined}>
          {count(one[part])}
        </Text>
      )}
    </AccountTable>
  )
}
