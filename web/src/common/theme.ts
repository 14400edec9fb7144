import { createTheme, type MantineColorsTuple } from '@mantine/core'

const ink: MantineColorsTuple = [
  '#ecf6f7',
  '#d6e8eb',
  '#acd0d6',
  '#7eb7c1',
  '#58a2af',
  '#3f94a3',
  '#2f7f8e',
  '#1f6573',
  '#17505c',
  '#0d3a44',
]
const bronze: MantineColorsTuple = [
  '#fbf1ea',
  '#f1e0d4',
  '#e3bfa6',
  '#d59c74',
  '#c97f4b',
  '#c16c31',
  '#a85a25',
  '#8f4b1d',
  '#743c16',
  '#5a2e10',
]
const silver: MantineColorsTuple = [
  '#f2f5f7',
  '#e3e8eb',
  '#c6d0d6',
  '#a7b5bf',
  '#8b9dab',
  '#748897',
  '#5e7383',
  '#4c606f',
  '#3c4e5b',
  '#2d3c47',
]
const gold: MantineColorsTuple = [
  '#fff8e1',
  '#fbeecb',
  '#f4da97',
  '#ecc55f',
  '#e5b435',
  '#c2911a',
  '#936c10',
  '#7b590b',
  '#644807',
  '#4d3704',
]

const TITLE = { fontWeight: 650, fontSize: 'var(--mantine-font-size-lg)' }

/** How Assay looks: a quiet page in which only the metals have colour. */
export const theme = createTheme({
  colors: { ink, bronze, silver, gold },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: { styles: { title: TITLE } },
    Drawer: { styles: { title: TITLE } },
    // It is seen to lie above the page, and holds nothing but its items: the first of them has the focus.
    Menu: { defaultProps: { shadow: 'md', withInitialFocusPlaceholder: false } },
    // A title in the colour of its kind has too little contrast on the ground of that colour.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
  },
})

declare module '@mantine/core' {
  export interface MantineThemeColorsOverride {
    colors: Record<
      'ink' | 'bronze' | 'silver' | 'gold' | import('@mantine/core').DefaultMantineColor,
      MantineColorsTuple
    >
  }
}
