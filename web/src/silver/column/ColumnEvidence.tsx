import { Button, Collapse, Group, List, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { count } from '../../common/format'
import { EvidenceBar } from '../columns/EvidenceBar'
import type { Column, Evidence } from '../draft/recipe'
import type { Measuring } from '../queries'
import { useSaid } from '../said/useSaid'
import { Value } from './Value'

const PARTS = ['kept', 'changed', 'failed', 'missing', 'lossy'] as const

/** What all rows say: counts to scale, why, and values that speak against it. */
export function ColumnEvidence(props: {
  column: Column
  evidence: Evidence | undefined
  measuring: Measuring
}) {
  const { t } = useTranslation('silver')
  const said = useSaid()
  const { evidence } = props
  const [opened, { toggle }] = useDisclosure()
  if (!evidence) return <EvidenceBar />
  const rows = { ...evidence, kept: evidence.parsed - evidence.changed }
  const counter = evidence.counter_examples ?? []
  return (
    <Stack gap={6} aria-live="polite">
      <EvidenceBar evidence={evidence} behind={props.measuring.behind} />
      <Group gap="md">
        {PARTS.filter((part) => rows[part] > 0).map((part) => (
          <Text key={part} size="sm">
            {t(`evidence.${part}`, { count: rows[part], rows: count(rows[part]) })}
          </Text>
        ))}
        {counter.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={opened}>
            {t('evidence.counter', { count: counter.length })}
          </Button>
        )}
      </Group>
      <Collapse expanded={opened}>
        <List size="sm" aria-label={t('evidence.counterLabel')}>
          {counter.map((text, index) => (
            <List.Item key={index}>
              <Value text={text} />
            </List.Item>
          ))}
        </List>
      </Collapse>
      {evidence.because && <Text size="sm" c="dimmed" {...said.why(props.column, evidence)} />}
    </Stack>
  )
}
