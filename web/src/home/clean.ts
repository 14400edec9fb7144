import { api, data, type Schemas } from '../api/api'
import { ended } from '../common/builds'
import { failed, type Failed } from '../said/useTold'

/** How far a source's layers are. */
export type Cleaning =
  | { kind: 'building'; layer: Schemas['Layer']; progress: number }
  | { kind: 'done' }
  | { kind: 'failed'; why: Failed }

/**
 * Builds Silver and then Gold by the recipes in force, else by the suggestions, as `assay run` does. It goes on though
 * the view that began it is left.
 *
 * @param onStarted called once, when the first build is under way
 */
export async function clean(
  id: string,
  onChange: (cleaning: Cleaning) => void,
  onStarted: () => void = () => {},
): Promise<void> {
  const path = { params: { path: { id } } }
  try {
    for (const layer of ['silver', 'gold'] as const) {
      if (layer === 'gold' && !(await hasGold(id))) break
      onChange({ kind: 'building', layer, progress: 0 })
      const started =
        layer === 'silver'
          ? await data(api.POST('/api/sources/{id}/medallion/silver', path))
          : await data(api.POST('/api/sources/{id}/medallion/gold', path))
      if (layer === 'silver') onStarted()
      const build = await ended(started, ({ progress }) =>
        onChange({ kind: 'building', layer, progress }),
      )
      if (build.status !== 'ready') {
        return onChange({ kind: 'failed', why: { error: build.status, ...build } })
      }
    }
    onChange({ kind: 'done' })
  } catch (failure) {
    onChange({ kind: 'failed', why: failed(failure) })
  }
}

/** A table without numbers has nothing to make ready, which is no failure. */
async function hasGold(id: string): Promise<boolean> {
  const path = { params: { path: { id } } }
  const { layers } = await data(api.GET('/api/sources/{id}/medallion', path))
  if (layers.some((layer) => layer.layer === 'gold')) return true
  const suggested = await data(api.POST('/api/sources/{id}/medallion/gold/suggest', path))
  return (suggested.gold_tables ?? []).length > 0
}
