import { Button, ScrollArea, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTable } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { count } from '../common/format'
import { tableOf, type Drawing } from './drawing'

const MOST = 500

/** The figures of a chart as a table, for who asks for it. */
export function Figures({ drawing, label }: { drawing: Drawing; label: string }) {
  const { t } = useTranslation('chart')
  const [opened, { toggle }] = useDisclosure()
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconTable size={14} aria-hidden />}
        aria-expanded={opened}
        onClick={toggle}
        mih={24}
      >
        {opened ? t('hide') : t('show')}
      </Button>
      {opened && <FigureTable drawing={drawing} label={label} />}
    </>
  )
}

function FigureTable({ drawing, label }: { drawing: Drawing; label: string }) {
  const { t } = useTranslation('chart')
  const { head, rows } = tableOf(drawing)
  return (
    <ScrollArea.Autosize
      mah={260}
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
    >
      <Table fz="sm" verticalSpacing={4} captionSide="bottom" stickyHeader>
        {rows.length > MOST && <Table.Caption>{t('first', { rows: count(MOST) })}</Table.Caption>}
        <Table.Thead>
          <Table.Tr>
            {head.map((name, column) => (
              <Table.Th key={column} ta={column === 0 ? 'start' : 'end'} dir="auto">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, MOST).map((row, index) => (
            <Table.Tr key={index}>
              {row.map((value, column) => (
                <Table.Td key={column} ta={column === 0 ? 'start' : 'end'} dir="auto">
                  {typeof value === 'number' ? count(value) : (value?.slice(0, 200) ?? '–')}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
