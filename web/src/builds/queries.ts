import { useQueries, useQuery } from '@tanstack/react-query'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'

type Layer = Schemas['Layer']
type Log = Schemas['MedallionBuildLog']

export const LAYERS: Layer[] = ['bronze', 'silver', 'gold']

/** A build of one table, and of which layer that is. */
export type Entry = { layer: Layer; log: Log }

/** The history of some layers, newest first; asked again while something is being made. */
export function useHistory(id: string, layers: Layer[]) {
  return useQueries({
    queries: layers.map((layer) => ({
      queryKey: keys.logs(id, layer),
      queryFn: () =>
        data(
          api.GET('/api/sources/{id}/medallion/{layer}/logs', { params: { path: { id, layer } } }),
        ),
      refetchInterval: (query: { state: { data?: Log[] } }) =>
        query.state.data?.some((log) => log.status === 'building') ? 1_500 : (false as const),
    })),
    combine: (answers) => ({
      error: answers.find((answer) => answer.error)?.error ?? undefined,
      retry: () => answers.forEach((answer) => void answer.refetch()),
      entries: answers.some((answer) => answer.data === undefined)
        ? undefined
        : answers
            .flatMap((answer, place) =>
              (answer.data ?? []).map((log): Entry => ({ layer: layers[place] ?? 'bronze', log })),
            )
            .sort((one, other) => other.log.created_at.localeCompare(one.log.created_at)),
    }),
  })
}

export function useRecipes(id: string) {
  return useQuery({
    queryKey: [...keys.source(id), 'recipes'],
    queryFn: () =>
      data(api.GET('/api/sources/{id}/medallion/silver/history', { params: { path: { id } } })),
  })
}

export function useRecipeDifference(id: string, from: string | null, to: string | null) {
  return useQuery({
    queryKey: [...keys.source(id), 'recipes', 'diff', from, to],
    enabled: from !== null && to !== null && from !== to,
    queryFn: () =>
      data(
        api.GET('/api/sources/{id}/medallion/silver/diff', {
          params: { path: { id }, query: { from: from ?? '', to: to ?? '' } },
        }),
      ),
  })
}

/** An earlier recipe, what all rows say would come of it, and the number of the recipe that this was told against. */
export function useRollBack(id: string, number: number) {
  return useQuery({
    queryKey: [...keys.source(id), 'recipes', 'preview', number],
    queryFn: async () => {
      // Asked first: whoever is faster than the counting is then noticed when the recipe is applied.
      const inForce = await data(
        api.GET('/api/sources/{id}/medallion/silver/recipe', { params: { path: { id } } }),
      )
      const recipe = await data(
        api.GET('/api/sources/{id}/medallion/silver/history/{number}', {
          params: { path: { id, number: String(number) } },
        }),
      )
      const difference = await data(
        api.POST('/api/sources/{id}/medallion/silver/diff', {
          params: { path: { id } },
          body: recipe,
        }),
      )
      return { recipe, difference, basedOn: inForce.number }
    },
    staleTime: 0,
    gcTime: 0,
  })
}
