import { Badge, Group, Stack, Text, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { inWords } from '../common/names'
import { adding, namesOf, type GoldTable } from './tables'

/** What a table is grouped by and what it gives for each group, and which figures add up. */
export function Facts({ table, model }: { table: GoldTable; model?: Schemas['SemanticModel'] }) {
  const { t } = useTranslation('gold')
  const names = namesOf(table)
  const measures = table.query?.measures ?? []
  const odd = measures.flatMap(({ name, ...measure }) => {
    const how = adding({ name, ...measure }, model)
    return how === 'adds' ? [] : [{ name, how }]
  })
  return (
    <Stack gap={6}>
      <Named label={t('facts.dimensions')} names={names.dimensions} none={t('facts.whole')} />
      <Named label={t('facts.measures')} names={names.measures} none="–" color="gold" />
      {odd.map(({ name, how }) => (
        <Text key={name} size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          <bdi>{inWords(name).slice(0, 200)}</bdi>: {t(`adding.${how}`)}
        </Text>
      ))}
    </Stack>
  )
}

function Named(props: { label: string; names: string[]; none: string; color?: string }) {
  return (
    <Group gap={6} role="group" aria-label={props.label}>
      <Text size="xs" c="dimmed">
        {props.label}
      </Text>
      {props.names.length === 0 && <Text size="xs">{props.none}</Text>}
      {props.names.map((name, index) => (
        <Tooltip key={index} label={name.slice(0, 300)} multiline maw={400} openDelay={600}>
          <Badge
            variant="light"
            color={props.color ?? 'gray'}
            tt="none"
            fw={500}
            maw={220}
            c="var(--mantine-color-text)"
          >
            <bdi>{inWords(name).slice(0, 120)}</bdi>
          </Badge>
        </Tooltip>
      ))}
    </Group>
  )
}
