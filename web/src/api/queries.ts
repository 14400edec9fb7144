import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, data, followBuild, hasEnded, type Schemas } from './api'

/** The names under which answers are kept; a longer one is forgotten with a shorter that it begins with. */
export const keys = {
  sources: ['sources'] as const,
  source: (id: string) => ['sources', id] as const,
  medallion: (id: string) => ['sources', id, 'medallion'] as const,
  logs: (id: string, layer: Schemas['Layer']) => ['sources', id, 'logs', layer] as const,
  profile: (id: string) => ['sources', id, 'profile'] as const,
  rows: (id: string, ...rest: unknown[]) => ['sources', id, 'rows', ...rest] as const,
  gold: ['gold'] as const,
  questions: ['questions'] as const,
  connections: ['connections'] as const,
  relationships: ['relationships'] as const,
  settings: ['settings'] as const,
}

/**
 * All sources and their tables, asked anew by each view that opens: a build may have added a table after its own view was
 * left.
 */
export function useSources() {
  return useQuery({
    queryKey: keys.sources,
    queryFn: () => data(api.GET('/api/sources')),
    refetchOnMount: 'always',
  })
}

export function useSource(id: string) {
  return useQuery({
    queryKey: keys.source(id),
    queryFn: () => data(api.GET('/api/sources/{id}', { params: { path: { id } } })),
  })
}

/**
 * The layers of a source, asked often while one of them is being built and now and then for what others build: all
 * that is known of the source is asked again when another build is published.
 */
export function useMedallion(id: string) {
  const queries = useQueryClient()
  return useQuery({
    queryKey: keys.medallion(id),
    queryFn: async () => {
      const known = queries.getQueryData<Schemas['Medallion']>(keys.medallion(id))
      const now = await data(api.GET('/api/sources/{id}/medallion', { params: { path: { id } } }))
      if (known && published(known) !== published(now)) {
        void queries.invalidateQueries({
          queryKey: keys.source(id),
          predicate: ({ queryKey }) => queryKey[2] !== 'medallion' && queryKey[2] !== 'builds',
        })
        void queries.invalidateQueries({ queryKey: keys.sources, exact: true })
        void queries.invalidateQueries({ queryKey: keys.gold })
      }
      return now
    },
    refetchInterval: (query) =>
      query.state.data?.layers.some(
        (layer) => layer.status === 'building' || layer.status === 'pending',
      )
        ? 1_000
        : 4_000,
  })
}

function published({ layers }: Schemas['Medallion']): string {
  return layers.map((layer) => `${layer.table_name}=${layer.published_build ?? ''}`).join()
}

/** Forgets all that is known of a source and of what may hang on it. */
export function useForgetSource() {
  const queries = useQueryClient()
  return (id: string) =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keys.source(id) }),
      queries.invalidateQueries({ queryKey: keys.sources, exact: true }),
      queries.invalidateQueries({ queryKey: keys.gold }),
    ])
}

/** A build as it goes on; all that is known of its source is asked again when it has ended. */
export function useBuild(id: string | undefined): Schemas['Build'] | undefined {
  const [build, setBuild] = useState<Schemas['Build']>()
  const forget = useForgetSource()
  useEffect(() => {
    if (id === undefined) return
    return followBuild(id, (next) => {
      setBuild(next)
      if (hasEnded(next)) void forget(next.source_id)
    })
    // Only another build is followed anew: `forget` is made at each rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id])
  return id !== undefined && build?.id === id ? build : undefined
}
