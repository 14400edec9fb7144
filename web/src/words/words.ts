import i18next from 'i18next'
import resources from 'i18next-resources-to-backend'
import { initReactI18next } from 'react-i18next'

/** The languages of the words, each under its own name. */
export const LANGUAGES = { en: 'English', pt: 'Português', es: 'Español' } as const

export type Language = keyof typeof LANGUAGES

const KEY = 'assay-language'

/** A file a folder and language, fetched when it is first needed. */
const files = import.meta.glob<{ default: object }>('../*/words.*.json')

/** Starts with the language that was chosen here, else the first of the reader's that is spoken. */
export async function startWords(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(
      resources(async (language: string, folder: string) => {
        const file = files[`../${folder}/words.${language}.json`]
        if (!file) throw new Error(`There are no words for ${folder} in ${language}.`)
        return (await file()).default
      }),
    )
    .init({
      lng: preferred(),
      fallbackLng: 'en',
      supportedLngs: Object.keys(LANGUAGES),
      ns: ['common'],
      defaultNS: 'common',
      // React escapes what it shows.
      interpolation: { escapeValue: false },
    })
  document.documentElement.lang = i18next.language
}

/**
 * Fetches words before they are needed, those of all folders unless some are named. A view that
 * waits for words in its midst vanishes for a moment, and with it what its reader has focused.
 */
export async function haveWords(folders: string[] = allFolders()): Promise<void> {
  await i18next.loadNamespaces(folders)
}

function allFolders(): string[] {
  return [...new Set(Object.keys(files).map((file) => file.split('/')[1] ?? ''))]
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEY, language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

function preferred(): Language {
  const wishes = [localStorage.getItem(KEY), ...navigator.languages]
  for (const wish of wishes) {
    const language = wish?.slice(0, 2)
    if (language && language in LANGUAGES) return language as Language
  }
  return 'en'
}
