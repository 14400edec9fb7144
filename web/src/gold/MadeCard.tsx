import { Badge, Card, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { ago, count, moment } from '../common/format'
import { useTold } from '../said/useTold'
import { Facts } from './Facts'
import { Joined } from './Joined'
import { MadeChart } from './MadeChart'
import { MadeMenu } from './MadeMenu'
import { titleOf } from './suggestion'
import type { Made } from './tables'

type Props = {
  id: string
  made: Made
  model?: Schemas['SemanticModel']
  onEdit: () => void
  onRefresh: () => void
}

/** A table that exists: how fresh it is, what it holds, and what one may do with it. */
export function MadeCard({ id, made, model, onEdit, onRefresh }: Props) {
  const { t, i18n } = useTranslation('gold')
  const { layer, table } = made
  return (
    <Card withBorder component="article" aria-label={layer.table_name.slice(0, 200)}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Text fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {titleOf(t, table, i18n.language.startsWith('en')).slice(0, 300)}
          </Text>
          <MadeMenu id={id} layer={layer} onEdit={onEdit} onRefresh={onRefresh} />
        </Group>
        <Freshness layer={layer} />
        {layer.published_build && (
          <MadeChart
            id={id}
            table={layer.table_name}
            version={layer.published_build}
            label={table.business_question || table.name}
            {...(table.query && { query: table.query })}
          />
        )}
        <Facts table={table} {...(model && { model })} />
        <Joined table={table} />
        <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {layer.table_name.slice(0, 300)}
        </Text>
      </Stack>
    </Card>
  )
}

const COLOURS = {
  pending: 'gray',
  building: 'ink',
  ready: 'green',
  stale: 'yellow',
  error: 'red',
} as const

function Freshness({ layer }: { layer: Schemas['MedallionLayer'] }) {
  const { t, i18n } = useTranslation(['gold', 'common', 'sources'])
  const told = useTold()
  const { children: reason } = told.stale(layer)
  const stale = reason ? { children: t('sources:strip.staleBecause', { reason }) } : {}
  return (
    <Group gap="xs">
      <Badge variant="light" color={COLOURS[layer.status]} tt="none" c="var(--mantine-color-text)">
        {t(`common:status.${layer.status}`)}
      </Badge>
      <Text size="sm" c="dimmed">
        {layer.row_count !== undefined &&
          t('made.rows', { count: layer.row_count, rows: count(layer.row_count) })}
        {layer.last_built_at && (
          <time dateTime={layer.last_built_at} title={moment(layer.last_built_at)}>
            {' · '}
            {ago(layer.last_built_at, i18n.language)}
          </time>
        )}
      </Text>
      {(layer.error_message ?? layer.stale_reason) && (
        <Text
          size="sm"
          w="100%"
          lineClamp={8}
          style={{ overflowWrap: 'anywhere' }}
          {...(layer.error_message ? told.failure(layer) : stale)}
        />
      )}
    </Group>
  )
}
