import { useCallback, useEffect, useRef, useState } from 'react'
import { api, data, type Schemas } from '../api/api'
import { context, recalled, remember, type Turn } from './conversation'

type Request = Turn['request']

/** What is said between a person and their data, kept for this tab. */
export function useConversation() {
  const [turns, setTurns] = useState(recalled)
  const running = useRef(new Map<string, AbortController>())
  const now = useRef(turns)
  useEffect(() => {
    now.current = turns
    remember(turns)
  }, [turns])

  const settle = useCallback((id: string, state: Turn['state']) => {
    setTurns((all) => all.map((turn) => (turn.id === id ? { ...turn, state } : turn)))
  }, [])

  const put = useCallback(
    async (id: string, request: Request) => {
      const abort = new AbortController()
      running.current.set(id, abort)
      try {
        const answer = await data(
          api.POST('/api/ask', { body: request, params: {}, signal: abort.signal }),
        )
        settle(id, { kind: 'answered', answer })
      } catch (error) {
        settle(
          id,
          abort.signal.aborted
            ? { kind: 'stopped' }
            : { kind: 'failed', message: (error as Error).message },
        )
      } finally {
        running.current.delete(id)
      }
    },
    [settle],
  )

  /** Asks; what was answered last goes along, so that "and by region?" can be read. */
  const ask = useCallback(
    (request: Request) => {
      const turn: Turn = {
        id: crypto.randomUUID(),
        request: { context: context(now.current), ...request },
        state: { kind: 'asking' },
      }
      setTurns((all) => [...all, turn])
      void put(turn.id, turn.request)
    },
    [put],
  )

  const again = useCallback(
    (turn: Turn) => {
      settle(turn.id, { kind: 'asking' })
      void put(turn.id, turn.request)
    },
    [put, settle],
  )

  const stop = useCallback((id: string) => running.current.get(id)?.abort(), [])

  const clear = useCallback(() => {
    running.current.forEach((abort) => abort.abort())
    setTurns([])
  }, [])

  /** What the server has proven of an answer since. */
  const complete = useCallback(
    (id: string, proof: Pick<Schemas['Answer'], 'verification' | 'left_out'>) => {
      setTurns((all) =>
        all.map((turn) =>
          turn.id === id && turn.state.kind === 'answered'
            ? { ...turn, state: { kind: 'answered', answer: { ...turn.state.answer, ...proof } } }
            : turn,
        ),
      )
    },
    [],
  )

  return { turns, ask, again, stop, clear, complete }
}
