import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { doingWords, refusalWords, replayWords, staleWords, troubleWords } from './told'
import en from './words.en.json'

type Words = TFunction<readonly ['said', 'rejects']>

const t = ((key: string, values: object = {}) =>
  [key.replace('said:', ''), ...Object.values(values)].join(' ')) as unknown as Words

describe('what a build does', () => {
  it('is told with what it reads', () => {
    expect(doingWords(t, { work: 'CLEANING', of: 'bronze_orders_raw' })).toContain(
      'doing.CLEANING bronze_orders_raw',
    )
    expect(doingWords(t, { work: 'PUBLISHING', tables: ['a', 'b'] })).toContain('a, b')
  })

  it('says why everything is made anew', () => {
    const because = { cause: 'CHECKS', column: 'amount' } as const
    expect(doingWords(t, { work: 'REBUILDING', because })).toContain('replay.CHECKS amount')
  })
})

describe('a refusal', () => {
  const limit = {
    cause: 'REJECT_LIMIT',
    rejected: 30,
    rows: 100,
    limit: 0.1,
    reasons: { null_email: 3, invalid_amount: 20, violates_units: 6, repeated_id: 1 },
  } as const

  it('says how many rows are left out, the limit, and why, the most first and a few', () => {
    expect(refusalWords(t, limit)).toBe(
      'refusal.REJECT_LIMIT 30 100 30% 10% ' +
        'rejects:reason.invalid amount (20), rejects:reason.violates units (6), rejects:reason.null email (3), refusal.more 1',
    )
  })

  it('of another table names it', () => {
    expect(refusalWords(t, { cause: 'LEDGER', table: 'gold_a' })).toMatch(
      /^refusal.elsewhere gold_a refusal.LEDGER/,
    )
  })
})

describe('other facts', () => {
  it('are told by what they are', () => {
    expect(staleWords(t, { cause: 'JOINED_SILVER_BUILT', source: 'customers' })).toBe(
      'stale.JOINED_SILVER_BUILT customers',
    )
    expect(replayWords(t, { cause: 'UNIQUE' })).toContain('replay.UNIQUE')
    expect(troubleWords(t, 'gold_a', { cause: 'COLUMNS_GONE', columns: ['x', 'y'] })).toBe(
      'trouble.COLUMNS_GONE gold_a 2 x, y',
    )
  })

  it('are never told in the terms of the command line', () => {
    const { doing, refusal, stale, replay, trouble } = en
    const sentences = [doing, refusal, stale, replay, trouble].flatMap((words) =>
      Object.values(words),
    )
    expect(sentences.join(' ')).not.toMatch(/assay (build|refresh|run)|bronze|silver/i)
  })
})
