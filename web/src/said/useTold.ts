import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Problem } from '../api/problems'
import { inWords } from '../problems/facts'
import { doingWords, refusalWords, replayWords, staleWords, troubleWords } from './told'

/** A sentence to show, and that it is in English where it is the server's own. */
export interface Told {
  children: string | undefined
  lang?: 'en'
}

/** What did not end well, and why. */
export interface Failed {
  error?: string | undefined
  error_message?: string | undefined
  refused?: Schemas['Refusal'] | undefined
  facts?: Schemas['Fact'][] | undefined
}

// Nobody waits for the words of what may go wrong.
const WHEN_THERE = { useSuspense: false }

/** What was thrown, as what did not end well. */
export const failed = (error: unknown): Failed => ({
  error: error instanceof Error ? error.message : '',
  facts: error instanceof Problem ? error.detail.facts : undefined,
})

/** What was refused of one of several things, as what did not end well. */
export const notAdded = (problem: Schemas['ProblemDetail'] | undefined): Failed => ({
  error: problem?.detail ?? '',
  facts: problem?.facts,
})

/**
 * What the server tells beside its own English sentences as data, in the language and the words of the page; its
 * sentence where it tells nothing else.
 */
export function useTold() {
  const { t } = useTranslation(['said', 'rejects'] as const)
  useTranslation('problems', WHEN_THERE)
  return {
    doing: ({ step, doing }: Pick<Schemas['Build'], 'step' | 'doing'>): Told =>
      doing ? { children: doingWords(t, doing) } : theirs(step),
    planned: ({ description, doing }: Schemas['PlannedStep']): Told =>
      doing ? { children: doingWords(t, doing) } : theirs(description),
    /** Of a build, a log or a layer that did not end well. */
    failure: ({ refused, facts, error, error_message }: Failed): Told =>
      ours(refused ? refusalWords(t, refused) : inWords(facts), error ?? error_message),
    refusal: ({ refused, refusal }: Schemas['BuildPreview']): Told =>
      ours(refused && refusalWords(t, refused), refusal),
    /** Of a language model that was tried. */
    trial: ({ facts, message }: Schemas['ModelTrial']): Told => ours(inWords(facts), message),
    stale: ({ stale_because, stale_reason }: Schemas['MedallionLayer']): Told =>
      stale_because ? { children: staleWords(t, stale_because) } : theirs(stale_reason),
    replay: ({ reasons, because }: Schemas['Replaying']): Told[] =>
      reasons.length > 0
        ? reasons.map((reason) => ({ children: replayWords(t, reason) }))
        : because.map(theirs),
    trouble: ({ table, trouble, problem }: Schemas['GoldDifference']): Told =>
      trouble ? { children: troubleWords(t, table, trouble) } : theirs(problem),
  }
}

const ours = (words: string | undefined, sentence: string | undefined): Told =>
  words === undefined ? theirs(sentence) : { children: words }

const theirs = (sentence: string | undefined): Told => ({ children: sentence, lang: 'en' })
