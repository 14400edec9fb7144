import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Schemas } from '../api/api'

export type Criterion = Schemas['RowCriterion']
export type Fate = Schemas['RowFate']
export type Layer = Schemas['Layer']

/** What is looked at: rows before and after cleaning, a layer's table, or the lines that nobody could read. */
export type Shown =
  | { kind: 'changes'; fate: Fate | undefined }
  | { kind: 'table'; layer: Layer; table: string | undefined }
  | { kind: 'malformed' }

/** How the rows of a table are sorted and filtered. */
export interface Sorting {
  sort: string | undefined
  descending: boolean
  criteria: Criterion[]
}

const FATES: readonly string[] = ['kept', 'changed', 'rejected', 'duplicate', 'filtered', 'waiting']
const LAYERS: readonly string[] = ['bronze', 'silver', 'gold']

export function shownBy(params: URLSearchParams): Shown {
  if (params.get('view') === 'malformed') return { kind: 'malformed' }
  const layer = params.get('layer')
  if (layer !== null && LAYERS.includes(layer)) {
    return { kind: 'table', layer: layer as Layer, table: params.get('table') ?? undefined }
  }
  const fate = params.get('fate')
  return {
    kind: 'changes',
    fate: fate !== null && FATES.includes(fate) ? (fate as Fate) : undefined,
  }
}

export function sortingBy(params: URLSearchParams): Sorting {
  return {
    sort: params.get('sort') ?? undefined,
    descending: params.get('descending') === 'true',
    criteria: criteriaOf(params.get('filter')),
  }
}

/** An address is anybody's to write. */
function criteriaOf(text: string | null): Criterion[] {
  if (text === null) return []
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? (read as Criterion[]).filter((one) => one?.column && one.is) : []
  } catch {
    return []
  }
}

/** The address of this view and how to change it. */
export function useAddress() {
  const [params, setParams] = useSearchParams()
  const text = params.toString()
  return useMemo(() => {
    const read = new URLSearchParams(text)
    const change = (changes: Record<string, string | undefined>, keep = true) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(keep ? now : undefined)
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === '') next.delete(name)
            else next.set(name, value)
          }
          return next
        },
        { replace: keep },
      )
    return {
      shown: shownBy(read),
      sorting: sortingBy(read),
      beside: read.get('cells') === 'beside',
      change,
    }
    // `setParams` is made anew at each change of the address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text])
}
