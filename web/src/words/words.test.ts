import { describe, expect, it } from 'vitest'

const files = import.meta.glob<{ default: object }>('../*/words.*.json', { eager: true })

/** Every text by its whole key; the forms of a plural, which differ between languages, count as one. */
function texts(words: object, prefix = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') all.set(prefix + key.replace(/_(one|many|other)$/, ''), value)
    else
      for (const [inner, text] of texts(value as object, `${prefix}${key}.`)) all.set(inner, text)
  }
  return all
}

const places = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]).sort()

describe.each(Object.keys(files).filter((file) => file.endsWith('.en.json')))('%s', (file) => {
  const english = texts(files[file]?.default ?? {})

  it.each(['pt', 'es'])('says the same in %s', (language) => {
    const other = texts(files[file.replace('.en.', `.${language}.`)]?.default ?? {})
    expect([...other.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [key, text] of english) {
      expect(places(other.get(key) ?? ''), key).toEqual(places(text))
    }
  })
})
