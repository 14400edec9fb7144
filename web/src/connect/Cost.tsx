import { Text } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { bytes } from '../common/format'
import { Failure } from '../common/Failure'
import { labelOf } from './request'

const MOST = 50

/** What reading the chosen tables will be billed for. */
export function Cost(props: { connection: string; tables: Schemas['FoundTable'][] }) {
  const { t } = useTranslation('connect')
  const { connection: id } = props
  const asked = props.tables.length <= MOST ? props.tables : []
  const costs = useQueries({
    queries: asked.map((table) => ({
      queryKey: ['connections', id, 'cost', labelOf(table)],
      queryFn: () => data(api.POST('/api/connections/{id}/cost', costOf(id, table))),
      staleTime: 300_000,
    })),
  })
  if (asked.length === 0) return <Text size="sm">{t('costMany', { most: MOST })}</Text>
  const failed = costs.find(({ error }) => error)?.error
  if (failed) return <Failure error={failed} />
  if (costs.some(({ data: cost }) => !cost)) return <Text size="sm">{t('costAsking')}</Text>
  const sum = costs.reduce((all, { data: cost }) => all + (cost?.bytes ?? 0), 0)
  return (
    <Text size="sm" role="status">
      {t('cost', { size: bytes(sum) })}
    </Text>
  )
}

function costOf(id: string, { schema, name }: Schemas['FoundTable']) {
  const place = schema === undefined ? {} : { schema }
  return {
    params: { path: { id } },
    body: { kind: 'table' as const, ...place, name: name ?? '' },
  }
}
