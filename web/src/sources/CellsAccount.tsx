import { Button, Collapse, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { CellsTable } from './CellsTable'
import { TotalsTable } from './TotalsTable'

const FEW = 50

/** What became of the values of each column, and of the totals of those that are numbers. */
export function CellsAccount({ ledger }: { ledger: Schemas['Ledger'] }) {
  const { t } = useTranslation('sources')
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const [most, setMost] = useState(FEW)
  const has = (each: { column: string }) =>
    each.column.toLowerCase().includes(wanted.trim().toLowerCase())
  const cells = ledger.cells.filter(has)
  const measures = ledger.measures.filter(has)
  return (
    <div>
      <Button size="xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('cells.toggle')}
      </Button>
      <Collapse expanded={open}>
        {open && (
          <Stack gap="sm" mt="xs">
            <Text size="sm" c="dimmed">
              {t('cells.hint')}
            </Text>
            {ledger.cells.length > FEW && (
              <TextInput
                aria-label={t('cells.search')}
                placeholder={t('cells.search')}
                leftSection={<IconSearch size={16} />}
                value={wanted}
                onChange={(event) => setWanted(event.currentTarget.value)}
                maw={320}
              />
            )}
            <CellsTable cells={cells.slice(0, most)} />
            {cells.length > most && (
              <Button size="xs" variant="default" onClick={() => setMost(most + 200)}>
                {t('cells.more', { count: Math.min(200, cells.length - most) })}
              </Button>
            )}
            {measures.length > 0 && <TotalsTable measures={measures.slice(0, most)} />}
          </Stack>
        )}
      </Collapse>
    </div>
  )
}
