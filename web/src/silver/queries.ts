import { useDebouncedValue } from '@mantine/hooks'
import {
  keepPreviousData,
  useQuery,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'
import type { Column, Recipe } from './draft/recipe'

const silver = (id: string, ...rest: unknown[]) => [...keys.source(id), 'silver', ...rest]

export function useRecipeInForce(id: string) {
  return useQuery({
    queryKey: silver(id, 'recipe'),
    queryFn: () =>
      data(api.GET('/api/sources/{id}/medallion/silver/recipe', { params: { path: { id } } })),
    refetchInterval: 15_000,
    structuralSharing: false,
  })
}

/** What would be suggested now: readings that were measured and not chosen, and columns that were left out. */
export function useSuggestion(id: string) {
  return useQuery({
    queryKey: silver(id, 'suggestion'),
    queryFn: () =>
      data(api.POST('/api/sources/{id}/medallion/silver/suggest', { params: { path: { id } } })),
    staleTime: Infinity,
  })
}

const measured = (column: Column): Column => ({ ...column, evidence: undefined })

/** Several columns are measured at once, but never so many that nothing else is answered. */
const MOST_AT_ONCE = 2
let underWay = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (underWay >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  underWay++
  try {
    return await work()
  } finally {
    underWay--
    waiting.shift()?.()
  }
}

const measureKey = (id: string, column: Column) => silver(id, 'measure', column)

export interface Measuring {
  query: UseQueryResult<Schemas['ColumnMeasurement']>
  /** What is shown is of an earlier edit. */
  behind: boolean
}

/** What all rows say about a column as it is edited now: asked once nobody types, and never overtaken by what was asked before. */
export function useMeasurement(id: string, column: Column, enabled = true): Measuring {
  const wanted = useMemo(() => measured(column), [column])
  const [settled] = useDebouncedValue(wanted, 300)
  const query = useQuery({
    queryKey: measureKey(id, settled),
    queryFn: ({ signal }) =>
      inTurn(() => {
        signal.throwIfAborted()
        return data(
          api.POST('/api/sources/{id}/medallion/silver/measure', {
            params: { path: { id } },
            body: settled,
            signal,
          }),
        )
      }),
    enabled,
    staleTime: Infinity,
    retry: false,
    placeholderData: keepPreviousData,
  })
  return { query, behind: settled !== wanted || query.isFetching || query.isPlaceholderData }
}

const numbers = new WeakMap<Recipe, number>()
let latest = 0

/** A recipe's own number, so that a large one is not written out to be told from another. */
function numberOf(recipe: Recipe): number {
  const known = numbers.get(recipe)
  if (known !== undefined) return known
  numbers.set(recipe, ++latest)
  return latest
}

export type Check = UseQueryResult<Schemas['BuildPreview']>

/** What a build by this recipe would do: its account, its problems, rows that stay and rows that go. */
export function useCheck(id: string, recipe: Recipe) {
  const [settled] = useDebouncedValue(recipe, 900)
  const query = useQuery({
    queryKey: silver(id, 'check', numberOf(settled)),
    queryFn: ({ signal }) =>
      inTurn(() => {
        signal.throwIfAborted()
        return data(
          api.POST('/api/sources/{id}/medallion/silver/preview', {
            params: { path: { id } },
            body: settled,
            signal,
          }),
        )
      }),
    staleTime: Infinity,
    retry: false,
    placeholderData: keepPreviousData,
  })
  return { query, behind: settled !== recipe || query.isFetching }
}

/** What building this recipe would change of what is published, down to Gold. */
export function useDifference(id: string, recipe: Recipe, enabled: boolean) {
  return useQuery({
    queryKey: silver(id, 'difference', numberOf(recipe)),
    queryFn: ({ signal }) =>
      data(
        api.POST('/api/sources/{id}/medallion/silver/diff', {
          params: { path: { id } },
          body: recipe,
          signal,
        }),
      ),
    enabled,
    retry: false,
  })
}

/** The recipe with what is known of columns that were edited, so that it need not be measured again. */
export function withEvidence(queries: QueryClient, id: string, recipe: Recipe): Recipe {
  return {
    ...recipe,
    columns: recipe.columns?.map((column) => {
      if (column.evidence) return column
      const known = queries.getQueryData<Schemas['ColumnMeasurement']>(
        measureKey(id, measured(column)),
      )
      return known ? { ...column, evidence: { ...known.evidence, author: 'PERSON' } } : column
    }),
  }
}
