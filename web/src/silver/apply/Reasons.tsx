import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import { count } from '../../common/format'
import { ReasonText } from '../../rejects/ReasonText'

const MOST = 40

/** Why rows are left out, before and after. */
export function Reasons({ reasons }: { reasons: Schemas['ReasonChange'][] }) {
  const { t } = useTranslation('silver')
  if (reasons.length === 0) return null
  return (
    <Table verticalSpacing={4} aria-label={t('difference.reasons')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('difference.reasons')}</Table.Th>
          <Table.Th ta="end">{t('difference.before')}</Table.Th>
          <Table.Th ta="end">{t('difference.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reasons.slice(0, MOST).map(({ reason, before, after }) => (
          <Table.Tr key={reason}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <ReasonText reason={reason} />
            </Table.Td>
            <Table.Td ta="end">{count(before)}</Table.Td>
            <Table.Td ta="end" fw={before === after ? undefined : 700}>
              {count(after)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
