import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import type { Schemas } from '../../api/api'
import { whyWords } from './columns'
import { editWords } from './edits'
import { filterWords, proposalWords } from './proposals'
import { choiceWords, questionWords } from './questions'

const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as TFunction<'silver'>
const asked = (column: string, ...choices: string[]) =>
  questionWords(t, { column, text: 'in English', choices })

describe('a question', () => {
  it('is told from the answers that it offers', () => {
    expect(asked('sold', 'D/M', 'M/D')).toBe('asks.dayOrMonth')
    expect(asked('sold', 'D/M+UTC', 'M/D+UTC')).toBe('asks.dayOrMonth asks.zone')
    expect(asked('born', '1926-2025', '1950-2049')).toBe('asks.century')
    expect(asked('sold', 'D/M', 'Y/M/D')).toBe('asks.order D/M, Y/M/D')
    expect(asked('price', 'thousands', 'decimal')).toBe('asks.separator')
    expect(asked('deduplication', 'keep-all', 'remove-copies')).toBe('asks.copies')
    expect(asked('deduplication', 'keep-all', 'keep-latest-by-at')).toBe('asks.duplicates')
  })

  it('of another kind is left to who asks it', () => {
    expect(asked('x', 'this', 'that')).toBeUndefined()
    expect(asked('x')).toBeUndefined()
  })

  it('has answers in words', () => {
    expect(choiceWords(t, 'keep-latest-by-updated at')).toBe('answers.keepLatestBy updated at')
    expect(choiceWords(t, 'D/M')).toBe('D/M')
  })
})

describe('a filter', () => {
  it('that rules have found says why; that of a person is left to them', () => {
    const of = (name: string) => filterWords(t, { name, column: 'month', keep: 'NOT NULL' })
    expect(of('totals')).toBe('filters.why.totals month')
    expect(of('totals_by_label')).toBe('filters.why.labels month')
    expect(of('test_accounts')).toBeUndefined()
  })
})

describe('a change that a sentence asks for', () => {
  it('is told with what it changes', () => {
    expect(editWords(t, { edit: 'treat_as_missing', column: 'price', tokens: ['0'] })).toBe(
      'edits.missing price 0',
    )
    expect(editWords(t, { edit: 'validate', column: 'price', validation: '>= 0' })).toBe(
      'edits.validate.REJECT price >= 0',
    )
    expect(editWords(t, { edit: 'mask_column', column: 'email' })).toBe('edits.mask.none email')
    expect(editWords(t, { edit: 'limit_rejects' })).toBe('edits.anyRejects')
  })
})

describe('why a column is read as it is', () => {
  const evidence: Schemas['Evidence'] = {
    rows: 9,
    missing: 0,
    parsed: 8,
    failed: 1,
    changed: 0,
    lossy: 0,
    confidence: 1,
  } as Schemas['Evidence']

  it('names the type, the missing words, the failures and the check', () => {
    const why = whyWords(
      t,
      {
        source_column: 'a',
        target_type: 'INTEGER',
        cleaning: [{ step: 'null_tokens', tokens: ['n/a'] }],
        validation: '>= 0',
      },
      evidence,
    )
    expect(why).toBe('why.values types.INTEGER why.missing n/a why.failed 1 1 why.check >= 0')
  })

  it('is left to a model where that has decided', () => {
    const column = { source_column: 'a', target_type: 'INTEGER' as const }
    expect(whyWords(t, column, { ...evidence, author: 'MODEL' })).toBeUndefined()
  })
})

describe('a proposal', () => {
  const proposal: Schemas['Proposal'] = {
    id: 'check',
    kind: 'VALIDATION',
    columns: ['units'],
    because: 'in English',
    rows: 3,
    confidence: 1,
    edits: [{ edit: 'validate', column: 'units', validation: '>= 0' }],
  }

  it('is told by its kind and its edit', () => {
    expect(proposalWords(t, proposal)).toBe('because.validation 3 3 units >= 0')
    expect(proposalWords(t, { ...proposal, author: 'MODEL' })).toBeUndefined()
    expect(proposalWords(t, { ...proposal, kind: 'RECIPE' })).toBe(
      'because.recipe units because.adds.validate 1 because.warned 3 3',
    )
  })

  it('of units names them', () => {
    const into: Schemas['SilverColumn'][] = [
      { source_column: 'weight' },
      {
        source_column: 'weight',
        silver_name: 'weight_unit',
        cleaning: [{ step: 'take_unit', units: { kg: 'kg', kilos: 'kg', lb: 'lb' } }],
      },
    ]
    expect(
      proposalWords(t, {
        ...proposal,
        kind: 'UNIT',
        edits: [{ edit: 'split', column: 'weight', into, keep: false }],
      }),
    ).toBe('because.unit units kg, lb')
  })

  it('of columns that settle others says how many rows differ and whether they are mended', () => {
    const settled = { ...proposal, kind: 'DEPENDENCY' as const, columns: ['zip', 'city', 'state'] }
    expect(proposalWords(t, { ...settled, edits: [] })).toBe(
      'because.dependency zip city, state 3 3',
    )
    const typos: Schemas['RecipeEdit'][] = [
      { edit: 'map_values', column: 'city', values: { Rmoe: 'Rome' } },
    ]
    expect(proposalWords(t, { ...settled, edits: typos })).toContain('because.typos')
  })

  it('of duplicates says which rows would stay', () => {
    const of = (columns: string[], ...edits: Schemas['RecipeEdit'][]) =>
      proposalWords(t, { ...proposal, kind: 'DUPLICATES', columns, edits })
    const keep = (strategy: 'KEEP_LATEST' | 'KEEP_FIRST') => ({
      edit: 'deduplicate' as const,
      deduplication: { strategy, key_columns: ['id'] },
    })
    expect(of(['id', 'at'], keep('KEEP_LATEST'))).toBe('because.latest 3 3 id at')
    expect(of(['id', 'at'], keep('KEEP_FIRST'))).toBe('because.alike 3 3')
    expect(of(['id', 'at'])).toBe('because.nearlyAlike 3 3')
    expect(of(['name'])).toBe('because.butOne 3 3 name')
  })
})
