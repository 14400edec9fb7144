import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, data } from '../../api/api'
import { Problem } from '../../api/problems'
import { keys, useBuild, useForgetSource } from '../../api/queries'
import type { Draft, Edit } from '../draft/history'
import { withEvidence } from '../queries'

/** Sends a draft to be built, unless somebody else was faster; then what they did is asked for. */
export function useApply(source: string, draft: Draft, edit: (edit: Edit) => void) {
  const queries = useQueryClient()
  const forget = useForgetSource()
  const [id, setId] = useState<string>()
  const build = useBuild(id)
  const apply = useMutation({
    mutationFn: () =>
      data(
        api.POST('/api/sources/{id}/medallion/silver', {
          params: { path: { id: source }, query: { based_on: draft.number } },
          // What was not touched goes back exactly as it was suggested.
          body:
            draft.present === draft.base
              ? draft.present
              : withEvidence(queries, source, draft.present),
        }),
      ),
    onMutate: () => edit({ do: 'sent' }),
    onSuccess: (started) => {
      setId(started.id)
      void forget(source)
    },
    onError: (error) => {
      if (error instanceof Problem && error.status === 409)
        void queries.invalidateQueries({ queryKey: [...keys.source(source), 'silver', 'recipe'] })
    },
  })
  return { apply, build, closeBuild: () => setId(undefined) }
}
