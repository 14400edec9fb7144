import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, data } from '../api/api'
import { keys } from '../api/queries'
import type { Relationship } from './relationship'

export function useRelationships() {
  return useQuery({
    queryKey: keys.relationships,
    queryFn: () => data(api.GET('/api/relationships')),
  })
}

/** Forgets what hangs on relationships: they, and what is suggested over them. */
export function useForgetRelationships() {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keys.relationships }),
      queries.invalidateQueries({ queryKey: keys.gold }),
    ])
}

export type Word = 'confirm' | 'reject' | 'forget'

/** Says of a relationship that it is meant or is not, or takes that back; knows what was rejected here. */
export function useSaying() {
  const forget = useForgetRelationships()
  const [rejected, setRejected] = useState<Relationship[]>([])
  const say = useMutation({
    mutationFn: async ({ word, of }: { word: Word; of: Relationship }): Promise<void> => {
      const params = { path: { id: of.id } }
      switch (word) {
        case 'confirm':
          await data(api.POST('/api/relationships/{id}/confirm', { params }))
          return
        case 'reject':
          await data(api.POST('/api/relationships/{id}/reject', { params }))
          return
        case 'forget':
          await data(api.DELETE('/api/relationships/{id}', { params }))
      }
    },
    onSuccess: async (_, { word, of }) => {
      setRejected((before) => [
        ...before.filter((one) => one.id !== of.id),
        ...(word === 'reject' ? [of] : []),
      ])
      await forget()
    },
  })
  return { say, rejected }
}

export type Saying = ReturnType<typeof useSaying>
