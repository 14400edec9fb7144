import { describe, expect, it } from 'vitest'
import { found, sent, standing } from './model'

describe('a model', () => {
  const measure = { name: 'total', additivity: 'ADDITIVE' as const, author: 'RULES' as const }

  it('marks what was inferred, what people said, and what is not saved', () => {
    expect(standing(measure, measure)).toBe('inferred')
    expect(standing({ ...measure, name: 'sum' }, measure)).toBe('unsaved')
    const said = { ...measure, author: 'PERSON' as const }
    expect(standing(said, said)).toBe('edited')
  })

  it('is sent without notes and empty fields', () => {
    expect(sent({ table: 't', row_noun: ' ', time: '', notes: ['said aloud'] })).toEqual({
      table: 't',
    })
  })

  it('is searched by name and column, keeping places', () => {
    const all = [{ name: 'a' }, { name: 'b', column: 'City' }]
    expect(found(all, 'city')).toEqual([{ one: all[1], index: 1 }])
  })
})
