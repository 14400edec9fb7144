import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Await } from '../common/Await'
import { ColumnPath } from './ColumnPath'
import { pathOf } from './lineage'
import { LineageTable } from './LineageTable'
import { LineageTables } from './LineageTables'
import { useLineage } from './queries'

/** Where columns come from and what becomes of them. */
export default function LineageView({ id }: { id: string }) {
  const lineage = useLineage(id)
  return <Await query={lineage}>{(found) => <Drawn id={id} lineage={found} />}</Await>
}

function Drawn({ id, lineage }: { id: string; lineage: Schemas['Lineage'] }) {
  const { t } = useTranslation(['sources', 'common'])
  const [chosen, setChosen] = useState<string | null>(null)
  const [table, setTable] = useState(false)
  const column = lineage.nodes.find((node) => node.id === chosen)
  const path = useMemo(
    () => (column === undefined ? undefined : pathOf(lineage, column.id)),
    [lineage, column],
  )
  const columns = useMemo(() => lineage.nodes.filter((node) => node.layer), [lineage])
  if (columns.length === 0) return <Text c="dimmed">{t('lineage.empty')}</Text>
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <Select
          searchable
          limit={60}
          w={{ base: '100%', sm: 360 }}
          label={t('lineage.search')}
          description={t('lineage.hint')}
          leftSection={<IconSearch size={16} />}
          nothingFoundMessage={t('lineage.nothing')}
          value={column?.id ?? null}
          onChange={setChosen}
          data={columns.map((node) => ({
            value: node.id,
            label: `${node.name} · ${
              node.layer === 'gold' || node.source_id !== id
                ? (node.table ?? '')
                : t(`common:layer.${node.layer ?? 'bronze'}`)
            }`,
          }))}
        />
        {column && (
          <Button
            variant="default"
            leftSection={<IconX size={16} />}
            onClick={() => setChosen(null)}
          >
            {t('lineage.clear')}
          </Button>
        )}
      </Group>
      <div aria-live="polite">
        {column && (
          <Text fw={650} dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {t('lineage.path', { column: column.name })}
          </Text>
        )}
      </div>
      {path && column ? (
        <ColumnPath id={id} path={path} chosen={column.id} onChoose={setChosen} />
      ) : (
        <LineageTables id={id} lineage={lineage} onChoose={setChosen} />
      )}
      <div>
        <Button size="xs" variant="subtle" aria-expanded={table} onClick={() => setTable(!table)}>
          {t('lineage.asTable')}
        </Button>
      </div>
      {table && <LineageTable lineage={path ?? lineage} onChoose={setChosen} />}
    </Stack>
  )
}
