import i18next from 'i18next'
import type { Schemas } from '../api/api'

type Fact = Schemas['Fact']

/**
 * What the server refused, in the reader's language; undefined where it tells nothing beside its English sentence, or
 * something that this page has no words for.
 */
export function inWords(facts: Fact[] | undefined): string | undefined {
  if (!facts?.length || !facts.every(({ code }) => i18next.exists(`problems:${code}`))) return
  return facts.map(({ code, values }) => say(`problems:${code}`, { replace: values })).join(' ')
}

// Codes are open, since a newer server may tell more than these words say: so they are no type's.
const say = i18next.t as unknown as (key: string, options: object) => string
