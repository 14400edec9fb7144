import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'
import type { Cleaning } from './clean'
import { uploads } from './uploads'

const NOTHING: readonly Schemas['SourceDetail'][] = []

/** All sources, asked again often while one of them is being built, and now and then for what others do. */
export function useLiveSources() {
  return useQuery({
    queryKey: keys.sources,
    queryFn: () => data(api.GET('/api/sources')),
    refetchInterval: ({ state }) => (isBuilding(state.data ?? NOTHING) ? 1_000 : 10_000),
  })
}

function isBuilding(sources: readonly Schemas['SourceDetail'][]): boolean {
  return sources.some(({ metadata }) =>
    Object.values(metadata.medallion_config.status).includes('building'),
  )
}

/** The files on their way; what they became is looked for in the list when one of them is further. */
export function useUploads() {
  const queries = useQueryClient()
  const all = useSyncExternalStore(uploads.subscribe, uploads.list)
  const stage = all
    .map(({ id, state, landed, cleaning }) =>
      [id, state.kind, landed.length, cleaning?.kind, layerOf(cleaning)].join(),
    )
    .join(';')
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: keys.sources, exact: true })
  }, [queries, stage])
  return all
}

function layerOf(cleaning: Cleaning | undefined): string {
  return cleaning?.kind === 'building' ? cleaning.layer : ''
}
