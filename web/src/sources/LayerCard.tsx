import { Card, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count } from '../common/format'
import { LayerBadge } from '../common/LayerBadge'
import { Freshness } from './Freshness'
import { GoldTables } from './GoldTables'
import { LayerLinks } from './LayerLinks'
import { LayerMenu } from './LayerMenu'
import { LayerStatus } from './LayerStatus'

/** One layer: its status, rows and freshness, what made it stale or fail, and what can be done with it. */
export function LayerCard(props: {
  id: string
  layer: Schemas['Layer']
  status: Schemas['LayerStatus']
  tables: Schemas['MedallionLayer'][]
  onRefresh: (table?: string) => void
  onDrop: (table?: string) => void
  onUndo?: () => void
}) {
  const { t } = useTranslation(['sources', 'common'])
  const { id, layer, status, tables } = props
  const published = tables.filter((table) => table.published_build !== undefined)
  const rows = published.reduce((sum, table) => sum + (table.row_count ?? 0), 0)
  const only = layer === 'gold' ? undefined : tables[0]
  return (
    <Card
      withBorder
      padding="md"
      role="group"
      aria-label={t(`common:layer.${layer}`)}
      style={{ borderTop: `4px solid var(--mantine-color-${layer}-5)` }}
    >
      <Group justify="space-between" wrap="nowrap">
        <LayerBadge layer={layer} />
        {tables.length > 0 && (
          <LayerMenu
            label={t('strip.actions', { layer: t(`common:layer.${layer}`) })}
            base={`/sources/${encodeURIComponent(id)}`}
            layer={layer}
            readable={published.length > 0}
            refresh={layer === 'bronze' ? t('strip.reread') : t('strip.refresh')}
            onRefresh={() => props.onRefresh()}
            onDrop={() => props.onDrop()}
            onUndo={published.length > 0 ? props.onUndo : undefined}
          />
        )}
      </Group>
      <Text fz={28} fw={650} mt="xs" lh={1.2}>
        {published.length === 0
          ? '–'
          : layer === 'gold'
            ? t('strip.tables', { count: published.length })
            : t('strip.rows', { count: rows, rows: count(rows) })}
      </Text>
      <Stack gap={4} mt={4}>
        <LayerStatus status={status} />
        {only && <Freshness table={only} />}
        {only && published.length > 0 && <LayerLinks id={id} table={only} />}
        {layer === 'gold' && tables.length > 0 && (
          <GoldTables id={id} tables={tables} onRefresh={props.onRefresh} onDrop={props.onDrop} />
        )}
      </Stack>
    </Card>
  )
}
