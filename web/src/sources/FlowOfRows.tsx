import { Button, Stack, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../common/format'
import type { Figures } from './figures'
import { flowOf } from './flow'
import { FlowChart } from './FlowChart'
import { FlowTable } from './FlowTable'

/** Too narrow to tell bands and their labels apart. */
const NARROW = 640

/** The flow of rows: a drawing to scale where there is room for it, and the same as a table. */
export default function FlowOfRows({ id, figures }: { id: string; figures: Figures }) {
  const { t } = useTranslation('sources')
  const { ref, width } = useElementSize()
  const [table, setTable] = useState(false)
  const flow = flowOf(id, figures)
  const narrow = width > 0 && width < NARROW
  return (
    <Stack gap="xs" ref={ref}>
      {!narrow && width > 0 && <FlowChart flow={flow} width={width} />}
      {flow.overlapping && (
        <Text size="sm" c="dimmed">
          {t('flow.overlap', { rows: count(figures.ledger?.rejected ?? 0) })}
        </Text>
      )}
      {figures.gold.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('flow.goldHint')}
        </Text>
      )}
      {!narrow && (
        <div>
          <Button size="xs" variant="subtle" aria-expanded={table} onClick={() => setTable(!table)}>
            {t('flow.asTable')}
          </Button>
        </div>
      )}
      {(narrow || table) && <FlowTable flow={flow} />}
    </Stack>
  )
}
