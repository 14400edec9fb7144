import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { Schemas } from '../api/api'
import { useKeptQuestions } from '../answers/questions'

type Wanted =
  { question: string; kept?: undefined } | { question?: undefined; kept: Schemas['SavedQuestion'] }

/** Asks once what the address asks, `?question=…` or `?kept=NAME`, and takes it out of there. */
export function useQuestionOfAddress(onWanted: (wanted: Wanted) => void) {
  const [search, setSearch] = useSearchParams()
  const question = search.get('question')
  const name = search.get('kept')
  const questions = useKeptQuestions().data
  const kept = questions?.find((one) => one.name === name)
  const taken = useRef<string>(undefined)
  useEffect(() => {
    const wanted: Wanted | undefined = question ? { question } : kept ? { kept } : undefined
    const key = question ?? kept?.name
    if (!wanted || taken.current === key) return
    taken.current = key
    onWanted(wanted)
    const source = search.get('source')
    setSearch(source ? { source } : {}, { replace: true })
    // Asked when it appears in the address, whatever else is rendered anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [question, kept])
  useEffect(() => {
    if (!question && !name) taken.current = undefined
  }, [question, name])
}
