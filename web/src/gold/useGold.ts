import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, data } from '../api/api'
import { keys, useBuild, useForgetSource, useMedallion } from '../api/queries'
import { isAcross, madeOf, type GoldTable, type Made } from './tables'

/** What is known of a source's Gold tables and of what they are made from. */
export function useGold(id: string) {
  const medallion = useMedallion(id)
  const layers = medallion.data?.layers ?? []
  const silver = layers.find((layer) => layer.layer === 'silver')
  const made: Made[] = madeOf(layers)
  return { medallion, silver, made }
}

export function useSuggestions(id: string, build: string | undefined) {
  return useQuery({
    queryKey: [...keys.source(id), 'gold', 'suggested', build],
    queryFn: () =>
      data(api.POST('/api/sources/{id}/medallion/gold/suggest', { params: { path: { id } } })),
    enabled: build !== undefined,
    staleTime: 60_000,
  })
}

/** Suggestions over confirmed relationships that are about this Silver table. */
export function useAcross(silver: string | undefined) {
  return useQuery({
    queryKey: [...keys.gold, 'suggested'],
    queryFn: () => data(api.POST('/api/gold/suggest')),
    select: (recipe) => recipe.gold_tables.filter((table) => table.query?.table === silver),
    enabled: silver !== undefined,
    staleTime: 60_000,
    retry: false,
  })
}

export function useModel(id: string) {
  return useQuery({
    queryKey: [...keys.source(id), 'model'],
    queryFn: () => data(api.GET('/api/sources/{id}/semantic-model', { params: { path: { id } } })),
    retry: false,
  })
}

/** The columns of the cleaned rows, by name and type. */
export function useColumns(id: string) {
  return useQuery({
    queryKey: [...keys.source(id), 'columns', 'silver'],
    queryFn: () =>
      data(
        api.GET('/api/sources/{id}/medallion/{layer}/rows', {
          params: { path: { id, layer: 'silver' }, query: { limit: 1 } },
        }),
      ),
    select: (rows) => rows.columns.filter((column) => !column.name.startsWith('_')),
    staleTime: 30_000,
  })
}

/** Builds tables and follows the build. */
export function useBuilding(id: string) {
  const [started, setStarted] = useState<string>()
  const build = useBuild(started)
  const forget = useForgetSource()
  const start = useMutation({
    mutationFn: (tables: GoldTable[]) => {
      const body = { gold_tables: tables }
      return tables.some(isAcross)
        ? data(api.POST('/api/gold', { body }))
        : data(api.POST('/api/sources/{id}/medallion/gold', { params: { path: { id } }, body }))
    },
    onSuccess: (begun) => {
      setStarted(begun.id)
      void forget(id)
    },
  })
  const refresh = useMutation({
    mutationFn: (table: string) =>
      data(
        api.POST('/api/sources/{id}/medallion/{layer}/refresh', {
          params: { path: { id, layer: 'gold' }, query: { table } },
        }),
      ),
    onSuccess: (begun) => setStarted(begun.id),
  })
  const cancel = useMutation({
    mutationFn: () =>
      data(api.DELETE('/api/builds/{id}', { params: { path: { id: started ?? '' } } })),
  })
  return { build, started, start, refresh, cancel, done: () => setStarted(undefined) }
}

export type Building = ReturnType<typeof useBuilding>
