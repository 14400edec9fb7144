import { useMutation } from '@tanstack/react-query'
import { api, data, type Schemas } from '../api/api'
import { useForgetSource } from '../api/queries'
import { useBuildList } from './queries'

type Build = Schemas['Build']
type Layer = Schemas['Layer']

/** What one can have done to a source; what was refused stays in `error` until the next. */
export function useActions(id: string) {
  const list = useBuildList(id)
  const forget = useForgetSource()
  const run = useMutation({
    mutationFn: async (calls: (() => Promise<unknown>)[]) => {
      for (const call of calls) {
        const answer = await call()
        if (isBuild(answer)) list.add(answer)
      }
    },
    onSettled: () => forget(id),
  })
  const path = { id }
  const refreshed = (layer: Layer, table?: string) =>
    data(
      api.POST('/api/sources/{id}/medallion/{layer}/refresh', {
        params: { path: { id, layer }, query: { table } },
      }),
    )
  return {
    pending: run.isPending,
    error: run.error,
    forgive: run.reset,
    answer: (column: string, choice: string) =>
      run.mutate([
        () =>
          data(
            api.POST('/api/sources/{id}/answer', { params: { path }, body: { column, choice } }),
          ),
      ]),
    accept: (proposal: string) =>
      run.mutate([
        () =>
          data(
            api.POST('/api/sources/{id}/medallion/silver/apply', {
              params: { path },
              body: { proposals: [proposal] },
            }),
          ),
      ]),
    sync: (wishes: Schemas['SyncWishes'] = {}) =>
      run.mutate([
        () => data(api.POST('/api/sources/{id}/sync', { params: { path }, body: wishes })),
      ]),
    build: (...layers: ('silver' | 'gold')[]) =>
      run.mutate(
        layers.map(
          (layer) => () =>
            layer === 'silver'
              ? data(api.POST('/api/sources/{id}/medallion/silver', { params: { path } }))
              : data(api.POST('/api/sources/{id}/medallion/gold', { params: { path } })),
        ),
      ),
    refresh: (layer: Layer, table?: string) => run.mutate([() => refreshed(layer, table)]),
    /** Makes stale Silver again, and Gold with it unless that follows by itself. */
    bringUpToDate: (stale: { silver: boolean; gold: boolean }) =>
      run.mutate([
        ...(stale.silver ? [() => refreshed('silver')] : []),
        async () => {
          if (!stale.gold) return undefined
          const settings = await data(api.GET('/api/sources/{id}/settings', { params: { path } }))
          const follows = stale.silver && settings.downstream.gold !== 'manual'
          return follows ? undefined : refreshed('gold')
        },
      ]),
    drop: (layer: Layer, table: string | undefined, cascade: boolean) =>
      run.mutate([
        () =>
          data(
            api.DELETE('/api/sources/{id}/medallion/{layer}', {
              params: { path: { id, layer }, query: { table, cascade } },
            }),
          ),
      ]),
    /** Builds Silver by a recipe, such as an earlier one, unless another than `basedOn` is in force by now. */
    apply: (recipe: Schemas['SilverRecipe'], basedOn: number) =>
      run.mutate([
        () =>
          data(
            api.POST('/api/sources/{id}/medallion/silver', {
              params: { path, query: { based_on: basedOn } },
              body: recipe,
            }),
          ),
      ]),
    /** Judges the rows that were left out again, by the recipe in force. */
    replay: () =>
      run.mutate([
        () => data(api.POST('/api/sources/{id}/medallion/silver/replay', { params: { path } })),
      ]),
    undo: (load: number) =>
      run.mutate([
        () =>
          data(
            api.POST('/api/sources/{id}/loads/{load_id}/undo', {
              params: { path: { id, load_id: load } },
            }),
          ),
      ]),
  }
}

export type Actions = ReturnType<typeof useActions>

function isBuild(answer: unknown): answer is Build {
  return typeof answer === 'object' && answer !== null && 'exit_code' in answer
}
