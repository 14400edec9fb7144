import { describe, expect, it } from 'vitest'
import styles from './components.css?raw'

const files = import.meta.glob<string>('../**/*.{ts,tsx}', {
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

const used = [
  ...new Set(
    Object.values(files).flatMap((text) =>
      [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap((match) =>
        (match[1] ?? '')
          .split(',')
          .map(
            (name) =>
              name
                .trim()
                .replace(/^type /, '')
                .split(' as ')[0] ?? '',
          )
          .filter((name) => name !== ''),
      ),
    ),
  ),
]

describe('the styles', () => {
  it('hold every component that is used', () => {
    expect(used.length).toBeGreaterThan(20)
    expect(library.length).toBeGreaterThan(50)
    const needed = used
      .flatMap((name) => [name, ...(PARTS[name] ?? [])])
      .filter((name) => library.some((file) => file.endsWith(`/${name}.css`)))
    expect(needed.filter((name) => !styles.includes(`/${name}.css'`))).toEqual([])
  })
})
