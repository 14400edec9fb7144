import { Button, Group, Table, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count } from '../common/format'
import styles from './AnswerTable.module.css'
import { Cell } from './Cell'
import { inWords } from '../common/names'
import { isNumeric, kindOf, standsRight, type Query } from './figures'
import { pressed, sorted, type Order } from './order'

/** The rows of an answer: the first of them, and all on demand; figures stand right. */
export function AnswerTable(props: {
  rows: Schemas['Rows']
  query?: Query
  label: string
  first?: number
}) {
  const { rows, query, label, first = 8 } = props
  const { t } = useTranslation('answers')
  const [order, setOrder] = useState<Order>()
  const [all, setAll] = useState(false)
  const kinds = rows.columns.map((column) => kindOf(column, query))
  const column = order && rows.columns[order.column]
  const ordered = sorted(rows.rows, order, column !== undefined && isNumeric(column))
  const visible = all ? ordered : ordered.slice(0, first)
  return (
    <div>
      <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
        <Table verticalSpacing={6} horizontalSpacing="sm" fz="sm" highlightOnHover stickyHeader>
          <Table.Thead>
            <Table.Tr>
              {rows.columns.map((one, place) => {
                const right = standsRight(kinds[place] ?? { kind: 'text' })
                const here = order?.column === place ? order : undefined
                const Arrow = here?.descending ? IconArrowDown : IconArrowUp
                return (
                  <Table.Th
                    key={one.name}
                    ta={right ? 'right' : 'left'}
                    aria-sort={here ? (here.descending ? 'descending' : 'ascending') : 'none'}
                  >
                    <UnstyledButton
                      className={styles.head}
                      onClick={() => setOrder(pressed(order, place))}
                      title={one.name}
                    >
                      <span dir="auto">{inWords(one.name).slice(0, 80)}</span>
                      {here && <Arrow size={13} aria-hidden />}
                      <VisuallyHidden>{t('sort')}</VisuallyHidden>
                    </UnstyledButton>
                  </Table.Th>
                )
              })}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {visible.map((row, line) => (
              <Table.Tr key={line}>
                {row.map((value: unknown, place) => {
                  const kind = kinds[place] ?? { kind: 'text' }
                  return (
                    <Table.Td key={place} ta={standsRight(kind) ? 'right' : 'left'}>
                      <Cell value={value} kind={kind} />
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {rows.rows.length > first && (
        <Group gap="xs" mt={4}>
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)}>
            {all
              ? t('showFirst', { shown: count(first) })
              : t('showAll', { count: rows.rows.length, shown: count(rows.rows.length) })}
          </Button>
          {rows.truncated && (
            <Text size="xs" c="dimmed">
              {t('truncated')}
            </Text>
          )}
        </Group>
      )}
    </div>
  )
}
