import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import type { Author, Column, Evidence } from '../draft/recipe'
import { whyWords } from './columns'
import { editWords } from './edits'
import { filterWords, proposalWords } from './proposals'
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
    edit: (edit: Schemas['RecipeEdit'], words: string | undefined) =>
      said(words, () => editWords(t, edit)),
    /** Why rows are left out on purpose, where rules have found them; people may have said why, too. */
    filter: (one: Schemas['RowFilter']) => said(one.because, () => filterWords(t, one)),
    /** Its type and steps stand beside it already; only what a model says is said nowhere else. */
    alternative: (because: string | undefined, author: Author | undefined) =>
      said(because, () => (author === 'MODEL' ? undefined : '')),
    why: (column: Column, evidence: Evidence) =>
      said(evidence.because, () => whyWords(t, column, evidence)),
  }
}
