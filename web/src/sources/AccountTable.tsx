import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'

type Part = Exclude<keyof Schemas['Cells'], 'column'> | 'readable' | 'silver'

/** What there was of each column, and where it is now. */
export function AccountTable<Row extends { column: string }, P extends Part>(props: {
  label: string
  minWidth: number
  parts: readonly P[]
  rows: Row[]
  hint?: (row: Row) => string
  children: (row: Row, part: P) => ReactNode
}) {
  const { t } = useTranslation('sources')
  const { label, parts, rows, hint } = props
  return (
    <Table.ScrollContainer minWidth={props.minWidth} type="native">
      <Table aria-label={label} fz="sm" striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('cells.column')}</Table.Th>
            {parts.map((part) => (
              <Table.Th key={part} ta="right">
                {t(`cells.${part as Part}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.column}>
              <Table.Th scope="row" fw={500} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                {row.column}
              </Table.Th>
              {parts.map((part) => (
                <Table.Td key={part} ta="right" title={hint?.(row)}>
                  {props.children(row, part)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
