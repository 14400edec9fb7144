import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'

/** The questions that are kept, pinned or not. */
export function useKeptQuestions() {
  return useQuery({ queryKey: keys.questions, queryFn: () => data(api.GET('/api/questions')) })
}

const at = (name: string) => ({ params: { path: { name } } })

/** Keeps a question under a name; `pinned` puts it on the dashboard, too. */
export function useKeep() {
  const forget = useForgetQuestions()
  return useMutation({
    mutationFn: async (wish: { name: string; request: Schemas['AskRequest']; pinned: boolean }) => {
      await data(api.PUT('/api/questions/{name}', { ...at(wish.name), body: wish.request }))
      if (wish.pinned) {
        await data(api.PUT('/api/questions/{name}/pin', { ...at(wish.name), body: {} }))
      }
    },
    onSuccess: forget,
  })
}

export function usePin() {
  const forget = useForgetQuestions()
  return useMutation({
    mutationFn: (wish: { name: string; pin: Schemas['Pin'] }) =>
      data(api.PUT('/api/questions/{name}/pin', { ...at(wish.name), body: wish.pin })),
    onSettled: forget,
  })
}

export function useUnpin() {
  const forget = useForgetQuestions()
  return useMutation({
    mutationFn: (name: string) => data(api.DELETE('/api/questions/{name}/pin', at(name))),
    onSettled: forget,
  })
}

export function useRename() {
  const forget = useForgetQuestions()
  return useMutation({
    mutationFn: (wish: { name: string; other: string }) =>
      data(
        api.POST('/api/questions/{name}/rename', { ...at(wish.name), body: { name: wish.other } }),
      ),
    onSuccess: forget,
  })
}

export function useForget() {
  const forget = useForgetQuestions()
  return useMutation({
    mutationFn: (name: string) => data(api.DELETE('/api/questions/{name}', at(name))),
    onSettled: forget,
  })
}

function useForgetQuestions() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: keys.questions, exact: true })
}
