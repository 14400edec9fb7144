import { describe, expect, it } from 'vitest'
import { adding, draftOf, isMade, richerOf, tableOf, type Made, type Query } from './tables'

const query: Query = {
  table: 'silver_orders_cleaned',
  dimensions: [{ name: 'city', column: 'city' }],
  measures: [{ name: 'total', aggregate: 'SUM', column: 'amount' }],
}

describe('a suggestion', () => {
  it('is none where a table says the same, whatever its name or order', () => {
    const made = [
      {
        layer: { table_name: 'gold_orders_by_city' },
        table: { name: 'by_city', query: { ...query, filters: [], order_by: [] } },
      } as unknown as Made,
    ]
    expect(isMade({ name: 'other', query }, made)).toBe(true)
    expect(isMade({ name: 'other', query: { ...query, limit: 3 } }, made)).toBe(false)
    expect(isMade({ name: 'gold_orders_by_city', sql: 'SELECT 1' }, made)).toBe(true)
  })

  it('edited and unchanged is sent as it came', () => {
    const draft = draftOf({ name: 'by_city', query, because: 'of rules' }, false, query.table)
    expect(tableOf(draft)).toEqual({ name: 'by_city', query })
    expect(tableOf({ ...draft, made_by: { by: 'sql', sql: 'SELECT 1' } })).toEqual({
      name: 'by_city',
      sql: 'SELECT 1',
    })
  })
})

describe('a table that exists', () => {
  const count = { name: 'row_count', aggregate: 'COUNT_ROWS' } as const
  const old: Query = { ...query, measures: [count] }
  const made = (of: Query) => [
    { layer: {}, table: { name: 'rows_by_city', query: of } } as unknown as Made,
  ]
  const better = {
    name: 'amount_by_city',
    query: { ...query, measures: [count, ...(query.measures ?? [])] },
  }

  it('gains what a suggestion of the same groups holds beyond it, and keeps its name', () => {
    expect(richerOf([better], made({ ...old, filters: [], order_by: [] }))).toMatchObject([
      {
        table: { name: 'rows_by_city', query: better.query },
        suggested: 'amount_by_city',
        gained: ['total'],
      },
    ])
  })

  it('is left alone where that would take something from it, or counts other rows', () => {
    const sum = { name: 'sum', aggregate: 'SUM', column: 'tax' } as const
    expect(richerOf([better], made({ ...old, measures: [count, sum] }))).toEqual([])
    expect(richerOf([better], made({ ...old, limit: 3 }))).toEqual([])
    expect(richerOf([better], made({ ...old, dimensions: [] }))).toEqual([])
    expect(richerOf([better], made(better.query))).toEqual([])
  })
})

describe('figures', () => {
  it('add up or do not, as the model says of their column', () => {
    const sum = { name: 's', aggregate: 'SUM', column: 'stock' } as const
    const model = {
      table: 't',
      measures: [{ name: 'stock', column: 'stock', additivity: 'SEMI_ADDITIVE' as const }],
    }
    expect(adding(sum, undefined)).toBe('adds')
    expect(adding(sum, model)).toBe('notOverTime')
    expect(adding({ name: 'd', aggregate: 'COUNT_DISTINCT', column: 'id' }, model)).toBe('never')
  })
})
