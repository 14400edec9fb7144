import { useQueries, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useState } from 'react'

/** Some of all rows. */
export interface Page<R> {
  rows: R[]
  total: number
}

/** What a page was asked for: it tells where the page begins, and stops when nobody waits for it. */
export interface Wish {
  limit: number
  offset: number
  signal: AbortSignal
}

/** Rows that are fetched page by page as they come in sight; those long out of sight are forgotten. */
export function useRows<R, P extends Page<R> = Page<R>>(options: {
  queryKey: QueryKey
  size: number
  fetch: (wish: Wish) => Promise<P>
}) {
  const { queryKey, size, fetch } = options
  const queries = useQueryClient()
  const [sight, setSight] = useState<[number, number]>([0, 0])
  // Who scrolls fast passes by: what is out of sight before it was asked for is not asked for.
  const [asked] = useDebouncedValue(sight, 60)
  const page = (index: number) => ({
    queryKey: [...queryKey, size, index],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      fetch({ limit: size, offset: index * size, signal }),
    staleTime: 60_000,
    structuralSharing: false,
  })
  const first = useQuery(page(0))
  useQueries({
    queries: Array.from({ length: asked[1] - asked[0] + 1 }, (_, i) => ({
      ...page(asked[0] + i),
      gcTime: 10_000,
    })),
  })
  const rowAt = (row: number): R | undefined =>
    queries.getQueryData<P>([...queryKey, size, Math.floor(row / size)])?.rows[row % size]
  const onSight = useCallback(
    (from: number, to: number) => {
      const pages: [number, number] = [Math.floor(from / size), Math.floor(to / size)]
      setSight((now) => (now[0] === pages[0] && now[1] === pages[1] ? now : pages))
    },
    [size],
  )
  return { first, rowAt, onSight }
}

/** Rows a page: fewer where there are many columns. */
export const pageSize = (columns: number) => (columns > 400 ? 25 : columns > 100 ? 50 : 100)
