import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, data, type Schemas } from '../api/api'
import { Problem } from '../api/problems'
import { keys } from '../api/queries'
import { isAcross, tableOf, type Draft, type GoldTable } from './tables'

export type Preview = {
  data: Schemas['BuildPreview'] | undefined
  problem: Problem | undefined
  error: Error | undefined
  /** Whether what is shown is of the draft as it stands. */
  isSettled: boolean
}

/** What builds of these tables would do. */
export function previewOf(id: string, tables: GoldTable[]) {
  const body = { gold_tables: tables }
  return tables.some(isAcross)
    ? data(api.POST('/api/gold/preview', { body }))
    : data(api.POST('/api/sources/{id}/medallion/gold/preview', { params: { path: { id } }, body }))
}

/** What a build of the draft would do, asked when the one who types it pauses. */
export function usePreview(id: string, draft: Draft): Preview {
  const text = JSON.stringify(tableOf(draft))
  const [paused] = useDebouncedValue(text, 350)
  const query = useQuery({
    queryKey: [...keys.source(id), 'gold', 'preview', paused],
    queryFn: async () => (await previewOf(id, [JSON.parse(paused) as GoldTable]))[0],
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
  })
  const error = query.error ?? undefined
  return {
    data: error ? undefined : query.data,
    problem: error instanceof Problem ? error : undefined,
    error,
    isSettled: text === paused && !query.isFetching,
  }
}
