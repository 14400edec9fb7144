import { useQuery } from '@tanstack/react-query'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'
import type { GoldTable } from './tables'

/** What comes of a table's query on all rows, without building it. */
export type Result = { rows: Schemas['Rows']; chart?: Readonly<Record<string, unknown>> }

/** Runs a query, or written SQL behind both walls of the server; each once while Silver stays. */
export function useResult(id: string, table: GoldTable, version: string, wanted: boolean) {
  return useQuery({
    queryKey: [...keys.source(id), 'result', version, table.query ?? table.sql],
    queryFn: () => result(id, table),
    enabled: wanted,
    staleTime: Infinity,
    retry: false,
  })
}

async function result(id: string, table: GoldTable): Promise<Result> {
  if (!table.query)
    return { rows: await data(api.POST('/api/sql', { body: { sql: table.sql ?? '' } })) }
  const source = table.query.joins?.length ? undefined : id
  const answer = await data(
    api.POST('/api/ask', { body: { ...(source && { source }), query: table.query, model: false } }),
  )
  if (!answer.rows) throw new Error(answer.sentence)
  return { rows: answer.rows, ...(answer.chart && { chart: answer.chart }) }
}
