import { describe, expect, it } from 'vitest'
import { exact, kindOf, onlyFigure, shown } from './figures'

const digits = (text: string) => text.replace(/[^\d-]/g, '')

describe('figures', () => {
  it('keep every digit', () => {
    expect(digits(exact('-12345678901234567890.1200'))).toBe('-123456789012345678901200')
    expect(exact('NaN')).toBe('NaN')
    expect(exact('1e300')).toBe('1e300')
  })

  it('have separators where they are amounts, not where they name things', () => {
    const query = {
      table: 't',
      dimensions: [{ name: 'year', column: 'year' }],
      measures: [{ name: 'total', aggregate: 'SUM' as const }],
    }
    expect(kindOf({ name: 'total', type: 'BIGINT' }, query)).toEqual({ kind: 'figure' })
    expect(kindOf({ name: 'year', type: 'BIGINT' }, query)).toEqual({ kind: 'number' })
    expect(shown(2024, { kind: 'number' })).toBe('2024')
    expect(kindOf({ name: 'x', type: 'VARCHAR' })).toEqual({ kind: 'text' })
  })

  it('show periods as such, and what is no period as it is', () => {
    expect(shown('2024-04-01', { kind: 'period', grain: 'QUARTER' })).toBe('Q2 2024')
    expect(shown('2024-01-01', { kind: 'period', grain: 'YEAR' })).toBe('2024')
    expect(shown('soon', { kind: 'period', grain: 'MONTH' })).toBe('soon')
  })

  it('stand alone where there is one', () => {
    const columns = [{ name: 'total_revenue', type: 'DECIMAL(12,2)' }]
    expect(onlyFigure({ columns, rows: [['4.50']], truncated: false })?.name).toBe('total revenue')
    expect(onlyFigure({ columns, rows: [[null]], truncated: false })).toBeUndefined()
    expect(onlyFigure({ columns, rows: [['1'], ['2']], truncated: false })).toBeUndefined()
  })
})
