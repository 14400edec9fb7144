import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import type { Column, Evidence } from '../draft/recipe'
import { whyWords } from './columns'
import { proposalWords } from './proposals'
import { choiceWords, questionWords } from './questions'

/** A sentence, and that it is in English where the rest of the page is not. */
export interface Said {
  children: string | undefined
  lang?: 'en'
}

/**
 * What the server says, in the language of the page. Its own sentences are English and tell more than others can; in
 * another language they are told anew from the data that comes with them, where that is enough.
 */
export function useSaid() {
  const { t, i18n } = useTranslation('silver')
  const said = (theirs: string | undefined, own: () => string | undefined): Said => {
    const words = i18n.language.startsWith('en') ? undefined : own()
    return words === undefined ? { children: theirs, lang: 'en' } : { children: words }
  }
  return {
    question: (one: Schemas['Question']) => said(one.text, () => questionWords(t, one)),
    choice: (choice: string) => choiceWords(t, choice),
    proposal: (one: Schemas['Proposal']) => said(one.because, () => proposalWords(t, one)),
    why: (column: Column, evidence: Evidence) =>
      said(evidence.because, () => whyWords(t, column, evidence)),
  }
}
