import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, data, hasEnded, type Schemas } from '../api/api'
import { keys } from '../api/queries'

type Build = Schemas['Build']

const path = (id: string) => ({ params: { path: { id } } })

export const buildsKey = (id: string) => [...keys.source(id), 'builds'] as const

export function useLoads(id: string) {
  return useQuery({
    queryKey: [...keys.source(id), 'loads'],
    queryFn: () => data(api.GET('/api/sources/{id}/loads', path(id))),
  })
}

/** How many lines could not be read as they are, put right or not. */
export function useMalformedCount(id: string, enabled = true) {
  return useQuery({
    queryKey: keys.rows(id, 'malformed', 'count'),
    enabled,
    queryFn: async () => {
      const rows = await data(
        api.GET('/api/sources/{id}/medallion/bronze/malformed', {
          params: { path: { id }, query: { limit: 0 } },
        }),
      )
      return rows.total ?? rows.rows.length
    },
  })
}

/** Has all rows looked through for what only a person can settle, before anything is cleaned. */
export function useFirstLook(id: string, medallion: Schemas['Medallion']) {
  const queries = useQueryClient()
  const bronze = medallion.layers.find((layer) => layer.layer === 'bronze')?.published_build
  const cleaned = medallion.layers.some((layer) => layer.layer === 'silver')
  return useQuery({
    queryKey: ['looked', id, bronze],
    enabled: bronze !== undefined && !cleaned,
    staleTime: Infinity,
    queryFn: async () => {
      await data(api.POST('/api/sources/{id}/medallion/silver/suggest', path(id)))
      await queries.invalidateQueries({ queryKey: keys.medallion(id) })
      return true
    },
  })
}

export function useLineage(id: string) {
  return useQuery({
    queryKey: [...keys.source(id), 'lineage'],
    queryFn: () => data(api.GET('/api/sources/{id}/lineage', path(id))),
  })
}

/**
 * The builds of a source that run or wait, whoever has started them, and those seen to end otherwise than well that
 * nobody has put away yet.
 */
export function useBuildsOf(id: string, onReady: (build: Build) => void) {
  const queries = useQueryClient()
  return useQuery({
    queryKey: buildsKey(id),
    refetchInterval: (query) =>
      query.state.data?.some((build) => !hasEnded(build)) ? 1_500 : 4_000,
    queryFn: async () => {
      const known = queries.getQueryData<Build[]>(buildsKey(id)) ?? []
      const now = await data(api.GET('/api/builds', { params: { query: { source: id } } }))
      const gone = known.filter((build) => !now.some((other) => other.id === build.id))
      const ended = await Promise.all(
        gone.map((build) =>
          hasEnded(build) ? build : data(api.GET('/api/builds/{id}', path(build.id))),
        ),
      )
      const news = ended.filter((build) => !gone.some((before) => before === build))
      if (news.length > 0) {
        news.filter((build) => build.status === 'ready').forEach(onReady)
        void queries.invalidateQueries({
          queryKey: keys.source(id),
          predicate: (query) => query.queryKey[2] !== 'builds',
        })
      }
      return [...ended.filter((build) => build.status !== 'ready'), ...now]
    },
  })
}

/** Adds a build that was just started, and puts those away that have ended. */
export function useBuildList(id: string) {
  const queries = useQueryClient()
  const change = (next: (builds: Build[]) => Build[]) =>
    queries.setQueryData<Build[]>(buildsKey(id), (builds) => next(builds ?? []))
  return {
    add: (build: Build) => {
      change((builds) => [...builds.filter((one) => one.id !== build.id), build])
      void queries.invalidateQueries({ queryKey: keys.source(id) })
    },
    putAway: (gone: string) => change((builds) => builds.filter((build) => build.id !== gone)),
  }
}
