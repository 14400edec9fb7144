import { describe, expect, it } from 'vitest'
import rest from './components.css?raw'
import first from './first.css?raw'

const files = import.meta.glob<string>('/src/**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const library = Object.keys(import.meta.glob('/node_modules/@mantine/core/styles/*.css'))

/** Components whose parts have styles of their own. */
const PARTS: Record<string, string[]> = {
  Autocomplete: ['Combobox'],
  Select: ['Combobox'],
  MultiSelect: ['Combobox', 'PillsInput', 'Pill'],
  TagsInput: ['Combobox', 'PillsInput', 'Pill'],
  Checkbox: ['CheckboxIndicator'],
  Radio: ['RadioIndicator'],
  LoadingOverlay: ['Loader', 'Overlay'],
}

/** The style sheets of the library that these texts need. */
function needed(texts: string[]): string[] {
  return [...new Set(texts.flatMap(used))]
    .flatMap((name) => [name, ...(PARTS[name] ?? [])])
    .filter((name) => library.some((file) => file.endsWith(`/${name}.css`)))
}

function used(text: string): string[] {
  return [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap((match) =>
    (match[1] ?? '')
      .split(',')
      .map((name) => name.trim().split(' as ')[0] ?? '')
      .filter((name) => name !== '' && !name.startsWith('type ')),
  )
}

/** What is fetched with a file: all that it imports, but for what is fetched when it is needed. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  const text = files[file]
  if (text === undefined || found.has(file)) return found
  found.add(file)
  for (const [, place] of text.matchAll(
    /^(?:import|export) (?!type )[^(']*? from '(\.[^']*)'/gms,
  )) {
    const path = new URL(place ?? '', `file://${file}`).pathname
    for (const end of ['.ts', '.tsx']) withImports(path + end, found)
  }
  return found
}

const has = (styles: string, name: string) => styles.includes(`/${name}.css'`)

describe('the styles', () => {
  it('hold every component that is used, once', () => {
    const all = needed(Object.values(files))
    expect(all.length).toBeGreaterThan(40)
    expect(all.filter((name) => has(first, name) === has(rest, name))).toEqual([])
  })

  it('hold those of the first view apart', () => {
    const seen = [...withImports('/src/main.tsx'), ...withImports('/src/home/HomePage.tsx')]
    expect(seen).toEqual(
      expect.arrayContaining(['/src/shell/Frame.tsx', '/src/home/SourceCard.tsx']),
    )
    const texts = seen.map((file) => files[file] ?? '')
    expect(needed(texts).filter((name) => !has(first, name))).toEqual([])
  })
})
