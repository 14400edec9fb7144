import { useQueries, useQuery, keepPreviousData } from '@tanstack/react-query'
import { api, data, type Schemas } from '../api/api'
import { keys, useSources } from '../api/queries'
import { useKeptQuestions } from '../answers/questions'
import { sourcesOf } from '../answers/sources'

/** How often it is looked whether the data was built anew, while somebody looks. */
const LOOK_EVERY = 3_000

export type Pinned = Schemas['SavedQuestion'] & { pin: Schemas['Pin'] }

const isPinned = (question: Schemas['SavedQuestion']): question is Pinned =>
  question.pin !== undefined && question.pin !== null

/** The pinned questions in their order. */
export function usePinned() {
  const kept = useKeptQuestions()
  const pinned = kept.data
    ?.filter(isPinned)
    .sort((one, other) => (one.pin.position ?? 0) - (other.pin.position ?? 0))
  return { kept, pinned }
}

/** Which builds a question's answer hangs on: another text when one of them was made anew. */
export function useBuilds(question: Pinned): string | undefined {
  const sources = useSources()
  const ids = sources.data ? sourcesOf(question.query, sources.data) : []
  const layers = useQueries({
    queries: ids.map((id) => ({
      queryKey: keys.medallion(id),
      queryFn: () => data(api.GET('/api/sources/{id}/medallion', { params: { path: { id } } })),
      refetchInterval: LOOK_EVERY,
    })),
  })
  if (sources.isPending || layers.some((one) => one.isPending)) return undefined
  return layers
    .flatMap((one) => one.data?.layers ?? [])
    .map((layer) => layer.published_build ?? '')
    .join(' ')
}

/** The answer of a pinned question, asked anew when what it hangs on is built anew. */
export function usePinnedAnswer(question: Pinned) {
  const builds = useBuilds(question)
  return useQuery({
    queryKey: [...keys.questions, question.name, 'answer', question.created_at, builds],
    queryFn: () =>
      data(api.GET('/api/questions/{name}/answer', { params: { path: { name: question.name } } })),
    enabled: builds !== undefined,
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  })
}
