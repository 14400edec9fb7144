import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import type { Schemas } from '../../api/api'
import { whyWords } from './columns'
import { proposalWords } from './proposals'
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
  it('is told by its kind and its edit', () => {
    const proposal: Schemas['Proposal'] = {
      id: 'check',
      kind: 'VALIDATION',
      columns: ['units'],
      because: 'in English',
      rows: 3,
      confidence: 1,
      edits: [{ edit: 'validate', column: 'units', validation: '>= 0' }],
    }
    expect(proposalWords(t, proposal)).toBe('because.validation 3 3 units >= 0')
    expect(proposalWords(t, { ...proposal, author: 'MODEL' })).toBeUndefined()
    expect(proposalWords(t, { ...proposal, kind: 'RECIPE' })).toBeUndefined()
  })
})
