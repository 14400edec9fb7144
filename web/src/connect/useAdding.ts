import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, data, hasEnded } from '../api/api'
import { keys } from '../api/queries'
import { allAdded, ended } from '../common/builds'
import { notAdded, type Failed } from '../said/useTold'

/** A table that could not be added, and why. */
export interface Refused {
  label: string
  why: Failed
}

/** Adds tables of a connection and follows them until all have landed. */
export function useAdding(connection: string) {
  const queries = useQueryClient()
  const [far, setFar] = useState({ over: 0, count: 0 })
  const adding = useMutation({
    mutationFn: async (tables: string[]) => {
      setFar({ over: 0, count: tables.length })
      const answer = await data(api.POST('/api/sources', { body: { connection, tables } }))
      const all = allAdded(answer)
      const refused: Refused[] = []
      const notes = all.flatMap(({ note }) => note ?? [])
      let over = 0
      for (const { build, source, label, problem } of all) {
        if (build && source) {
          const last = hasEnded(build) ? build : await ended(build)
          if (last.status !== 'ready') {
            refused.push({ label: source.name, why: { error: last.status, ...last } })
          }
        } else {
          refused.push({
            label: label ?? '',
            why: notAdded(problem),
          })
        }
        setFar({ over: ++over, count: all.length })
      }
      return { added: all.length - refused.length, refused, notes }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.sources }),
  })
  return {
    ...far,
    add: adding.mutate,
    isPending: adding.isPending,
    done: adding.data,
    error: adding.error,
  }
}
