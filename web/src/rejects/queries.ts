import { useQuery } from '@tanstack/react-query'
import { api, data } from '../api/api'
import { keys } from '../api/queries'
import { changesOf, rowOf } from '../rows/fetching'

/** Rows that were left out, all or for one reason. */
export function rejectedOf(source: string, reason: string | undefined) {
  // A row that was left out on purpose has its filter as its reason, and that fate.
  return changesOf(source, reason?.startsWith('filtered_') ? 'filtered' : 'rejected', reason)
}

/** Why rows were left out, most frequent first. */
export function useReasons(source: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: keys.rows(source, 'reasons'),
    queryFn: () =>
      data(
        api.GET('/api/sources/{id}/medallion/silver/rejects/reasons', {
          params: { path: { id: source } },
        }),
      ),
  })
}

export function useMended(source: string) {
  return useQuery({
    queryKey: keys.rows(source, 'mended'),
    queryFn: () =>
      data(
        api.GET('/api/sources/{id}/medallion/silver/overrides', {
          params: { path: { id: source } },
        }),
      ),
  })
}

/** What a build of the recipe in force would do now. */
export function useReplayPreview(source: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.rows(source, 'replay'),
    queryFn: ({ signal }) =>
      data(
        api.GET('/api/sources/{id}/medallion/silver/preview', {
          params: { path: { id: source } },
          signal,
        }),
      ),
    enabled,
    staleTime: 0,
  })
}

/** How many rows met which fate. */
export function useFates(source: string) {
  return useQuery({
    queryKey: keys.rows(source, 'fates'),
    queryFn: () =>
      data(
        api.GET('/api/sources/{id}/medallion/silver/changes/fates', {
          params: { path: { id: source } },
        }),
      ),
  })
}

/** What became of one row by a build, where that build alone could tell. */
export function useVerdict(source: string, row: string, build: string | undefined) {
  return useQuery({
    queryKey: ['mending', source, 'verdict', row, build],
    enabled: build !== undefined,
    queryFn: () => rowOf(source, row),
  })
}
