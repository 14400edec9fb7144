import { Badge, Button, Card, Checkbox, Group, List, Stack, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { bytes, count } from '../common/format'
import { Facts } from './Facts'
import { Joined } from './Joined'
import { ResultChart } from './ResultChart'
import { reasonOf, titleOf } from './suggestion'
import type { GoldTable } from './tables'

type Props = {
  id: string
  table: GoldTable
  version: string
  rows?: number
  model?: Schemas['SemanticModel']
  chosen: boolean
  onChoose: (chosen: boolean) => void
  onEdit: () => void
  /** How its words were understood. */
  notes?: string[]
  problems: string[]
}

/** A table that might be built: what it answers, what it would hold, and a chart of that. */
export function SuggestionCard(props: Props) {
  const { t, i18n } = useTranslation('gold')
  const { table, chosen } = props
  const english = i18n.language.startsWith('en')
  const why = reasonOf(t, table)
  return (
    <Card
      withBorder
      component="article"
      aria-label={table.name.slice(0, 200)}
      style={chosen ? { borderColor: 'var(--mantine-color-gold-5)' } : {}}
    >
      <Stack gap="sm" h="100%">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Checkbox
            color="gold"
            checked={chosen}
            onChange={(event) => props.onChoose(event.currentTarget.checked)}
            label={
              <Text fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                {titleOf(t, table, english).slice(0, 300)}
              </Text>
            }
            styles={{ body: { alignItems: 'flex-start' } }}
          />
          <Author author={table.author} />
        </Group>
        {(english || why === undefined) && (
          <Text size="sm" c="dimmed" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {table.description?.slice(0, 500)}
          </Text>
        )}
        <ResultChart
          id={props.id}
          table={table}
          version={props.version}
          {...(props.rows !== undefined && { of: props.rows })}
        />
        <Facts table={table} {...(props.model && { model: props.model })} />
        <Joined table={table} />
        {props.notes && props.notes.length > 0 && (
          <Text size="sm">
            {t('understood')} {props.notes.join(' · ')}
          </Text>
        )}
        {props.problems.length > 0 && (
          <List size="sm" c="var(--mantine-color-error)" role="alert">
            {props.problems.map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        )}
        <Group justify="space-between" mt="auto">
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere', flex: 1 }} miw={0}>
            {size(table, t)} {english ? table.because : (why ?? table.because)}
          </Text>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={props.onEdit}
            aria-label={t('edit.of', { name: table.name.slice(0, 200) })}
          >
            {t('edit.edit')}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}

function Author({ author }: { author: Schemas['Author'] | undefined }) {
  const { t } = useTranslation('gold')
  const who = author === 'MODEL' || author === 'RULES' ? author : 'YOU'
  return (
    <Badge
      variant="outline"
      color="gray"
      tt="none"
      style={{ flexShrink: 0 }}
      title={t(`author.${who}Why`)}
    >
      {t(`author.${who}`)}
    </Badge>
  )
}

function size(table: GoldTable, t: ReturnType<typeof useTranslation<'gold'>>['t']): string {
  if (table.expected_rows === undefined) return ''
  return table.expected_bytes === undefined
    ? t('size.rows', { count: table.expected_rows, rows: count(table.expected_rows) })
    : t('size.both', {
        count: table.expected_rows,
        rows: count(table.expected_rows),
        bytes: bytes(table.expected_bytes),
      })
}
