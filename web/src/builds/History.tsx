import { Group, Select, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Empty } from '../common/Empty'
import { Failure } from '../common/Failure'
import { count } from '../common/format'
import { Loading } from '../common/Loading'
import { Entries } from './Entries'
import { LAYERS, useHistory } from './queries'

/** All builds of a source, or those of a layer or a table. */
export function History({ id }: { id: string }) {
  const { t } = useTranslation(['builds', 'common'])
  const [search, setSearch] = useSearchParams()
  const layer = LAYERS.find((one) => one === search.get('layer'))
  const table = search.get('table')
  const history = useHistory(id, layer ? [layer] : LAYERS)
  const tables = [
    ...new Set((history.entries ?? []).flatMap((entry) => entry.log.table_name ?? [])),
  ].sort()
  const entries = history.entries?.filter(
    (entry) => table === null || entry.log.table_name === table,
  )
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <Select
          label={t('filter.layer')}
          allowDeselect={false}
          value={layer ?? 'all'}
          onChange={(next) =>
            setSearch(next === null || next === 'all' ? {} : { layer: next }, { replace: true })
          }
          data={[
            { value: 'all', label: t('filter.all') },
            ...LAYERS.map((one) => ({ value: one, label: t(`common:layer.${one}`) })),
          ]}
        />
        {(tables.length > 1 || table !== null) && (
          <Select
            label={t('filter.table')}
            placeholder={t('filter.allTables')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('filter.allTables') }}
            w={{ base: '100%', sm: 340 }}
            value={table}
            onChange={(next) =>
              setSearch(
                { ...(layer && { layer }), ...(next !== null && { table: next }) },
                { replace: true },
              )
            }
            data={tables}
          />
        )}
        {entries && (
          <Text size="sm" c="dimmed" aria-live="polite" pb={8}>
            {t('shown', { count: entries.length, rows: count(entries.length) })}
          </Text>
        )}
      </Group>
      {history.error && <Failure error={history.error} onRetry={history.retry} />}
      {entries === undefined && !history.error && <Loading />}
      {entries?.length === 0 && (
        <Empty icon={<IconHistory />} title={t('empty')}>
          {t('emptyHint')}
        </Empty>
      )}
      {entries && entries.length > 0 && <Entries id={id} entries={entries} />}
    </Stack>
  )
}
