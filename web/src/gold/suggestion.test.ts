import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { reasonOf, titleOf } from './suggestion'
import type { GoldTable } from './tables'

const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as TFunction<'gold'>

const table: GoldTable = {
  name: 'by_city',
  business_question: 'Which city stands out in amount?',
  dimensions: ['city'],
  measures: ['total_amount', 'order_count'],
  reason: { kind: 'ANSWERS', answers: 6, questions: 9, added: 3 },
}

describe('a suggestion of the rules', () => {
  it('is called by what it holds in other languages', () => {
    expect(titleOf(t, table, true)).toBe('Which city stands out in amount?')
    expect(titleOf(t, table, false)).toBe('suggested.by total amount, order count city')
    expect(titleOf(t, { ...table, dimensions: [] }, false)).toBe(
      'suggested.overall total amount, order count',
    )
  })

  it('says how many questions it answers', () => {
    expect(reasonOf(t, table)).toBe('suggested.answers 6 6 9')
  })
})

describe('a table of a person', () => {
  it('is called as they called it', () => {
    const { name, business_question } = table
    expect(titleOf(t, { name, ...(business_question && { business_question }) }, false)).toBe(
      business_question,
    )
    expect(titleOf(t, { ...table, reason: { kind: 'ASKED_FOR' } }, false)).toBe(business_question)
  })
})
