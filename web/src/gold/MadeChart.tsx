import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, data } from '../api/api'
import { keys } from '../api/queries'
import { Failure } from '../common/Failure'
import { ResultView } from './ResultChart'
import { Seen } from './Seen'
import type { Query } from './tables'

const ENOUGH = 1_000
const HEIGHT = 220

type Props = { id: string; table: string; version: string; label: string; query?: Query }

/** A chart of what a table holds now. */
export function MadeChart(props: Props) {
  return <Seen height={HEIGHT}>{(seen) => <Held {...props} wanted={seen} />}</Seen>
}

function Held({ id, table, version, label, query, wanted }: Props & { wanted: boolean }) {
  const rows = useQuery({
    queryKey: keys.rows(id, 'gold', table, version),
    queryFn: () =>
      data(
        api.GET('/api/sources/{id}/medallion/{layer}/rows', {
          params: { path: { id, layer: 'gold' }, query: { table, limit: ENOUGH } },
        }),
      ),
    enabled: wanted,
    staleTime: Infinity,
  })
  if (rows.error) return <Failure error={rows.error} onRetry={() => void rows.refetch()} />
  if (!rows.data) return <Skeleton height={HEIGHT} />
  return (
    <ResultView
      result={{ rows: rows.data }}
      label={label}
      height={HEIGHT}
      {...(query && { query })}
    />
  )
}
