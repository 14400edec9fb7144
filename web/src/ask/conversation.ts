import type { Schemas } from '../api/api'
import { inWords } from '../common/names'

export type Answer = Schemas['Answer']

/** A question as it was put, and what became of it. */
export type Turn = {
  id: string
  request: Schemas['AskRequest'] & { question: string }
  state:
    | { kind: 'asking' }
    | { kind: 'answered'; answer: Answer }
    | { kind: 'failed'; message: string }
    | { kind: 'stopped' }
}

const KEY = 'assay-conversation'

/** What was said in this tab. */
export function recalled(): Turn[] {
  try {
    const turns = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Turn[]
    // Whoever asked is gone with the page that did.
    return turns.map((turn) =>
      turn.state.kind === 'asking' ? { ...turn, state: { kind: 'stopped' } } : turn,
    )
  } catch {
    return []
  }
}

/** Keeps what was said for this tab; the oldest goes where there is no room. */
export function remember(turns: Turn[]): void {
  for (let from = 0; from <= turns.length; from++) {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(turns.slice(from)))
      return
    } catch {
      // There is no room: without the next.
    }
  }
}

/** What the next question follows: the newest that was answered. */
export function context(turns: Turn[]): Schemas['AskRequest']['context'] {
  for (const turn of turns.toReversed()) {
    if (turn.state.kind === 'answered' && turn.state.answer.query) {
      return { question: turn.state.answer.question, query: turn.state.answer.query }
    }
  }
  return undefined
}

/** The questions that were asked, newest first, each once. */
export function asked(turns: Turn[]): string[] {
  return [...new Set(turns.toReversed().map((turn) => turn.request.question))]
}

/** A question that means nothing by its words alone, in full: its figures, groups and filters. */
export function inFull(query: Schemas['Query'], by: string): string {
  const words = (names: string[]) => names.map(inWords).join(', ')
  const figures = words(
    [...(query.measures ?? []), ...(query.calculations ?? [])].map((one) => one.name),
  )
  const groups = words((query.dimensions ?? []).map((one) => one.name))
  const filters = (query.filters ?? []).flatMap((one) => one.values ?? []).join(', ')
  return [figures, groups && `${by} ${groups}`, filters].filter(Boolean).join(' ')
}
