import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schemas } from '../api/api'
import { count } from '../common/format'
import { Freshness } from './Freshness'
import { goldName } from './goldName'
import { LayerMenu } from './LayerMenu'

const FEW = 4

/** The tables of ready numbers, each with its rows; what went wrong stands at the table. */
export function GoldTables(props: {
  id: string
  tables: Schemas['MedallionLayer'][]
  onRefresh: (table: string) => void
  onDrop: (table: string) => void
}) {
  const { t } = useTranslation('sources')
  const [all, setAll] = useState(false)
  const base = `/sources/${encodeURIComponent(props.id)}`
  const shown = all ? props.tables : props.tables.slice(0, FEW)
  return (
    <Stack gap={2}>
      {shown.map((table) => (
        <div key={table.id}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Anchor
              component={Link}
              size="sm"
              to={`${base}/rows?${new URLSearchParams({ layer: 'gold', table: table.table_name }).toString()}`}
              title={table.table_name}
              style={{ overflowWrap: 'anywhere', minHeight: 24 }}
            >
              {goldName(props.id, table.table_name)}
            </Anchor>
            <Group gap={4} wrap="nowrap">
              <Text size="sm" c="dimmed">
                {table.row_count !== undefined && count(table.row_count)}
              </Text>
              <LayerMenu
                label={t('strip.tableActions', { table: table.table_name })}
                base={base}
                layer="gold"
                table={table.table_name}
                readable={table.published_build !== undefined}
                refresh={t('strip.refresh')}
                onRefresh={() => props.onRefresh(table.table_name)}
                onDrop={() => props.onDrop(table.table_name)}
              />
            </Group>
          </Group>
          {(table.stale_reason ?? table.error_message) && <Freshness table={table} />}
        </div>
      ))}
      {props.tables.length > FEW && (
        <Button size="xs" variant="subtle" onClick={() => setAll(!all)}>
          {all ? t('strip.less') : t('strip.more', { count: props.tables.length - FEW })}
        </Button>
      )}
    </Stack>
  )
}
