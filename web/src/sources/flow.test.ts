import { describe, expect, it } from 'vitest'
import type { Schemas } from '../api/api'
import { unreadable, type Figures } from './figures'
import { flowOf } from './flow'

const ledger: Schemas['Ledger'] = {
  bronze: 100,
  silver: 80,
  rejected: 10,
  duplicates: 6,
  filtered: 4,
  rejection_reasons: { invalid_amount: 8, null_email: 4 },
  cells: [],
  measures: [],
}

const figures: Figures = {
  read: 103,
  mended: 2,
  unreadable: 3,
  bronze: 100,
  ledger,
  gold: [{ table: 'gold_a&b', rows: 12 }],
}

describe('the flow of rows', () => {
  it('loses none: what comes into a node goes out of it', () => {
    const flow = flowOf('orders', figures)
    const into = (id: string) =>
      flow.links.filter((link) => link.target === id).reduce((sum, link) => sum + link.rows, 0)
    const outOf = (id: string, but: string) =>
      flow.links
        .filter((link) => link.source === id && link.target !== but)
        .reduce((sum, link) => sum + link.rows, 0)
    expect(outOf('read', '')).toBe(103)
    expect(into('bronze')).toBe(100)
    expect(outOf('bronze', '')).toBe(100)
    expect(into('rejected')).toBe(10)
    expect(outOf('rejected', '')).toBeCloseTo(10)
  })

  it('shows each reason with all its rows, though they share the width', () => {
    const flow = flowOf('orders', figures)
    expect(flow.overlapping).toBe(true)
    expect(flow.nodes.find((node) => node.name === 'invalid_amount')?.rows).toBe(8)
  })

  it('leads each band to its rows, whatever they are called', () => {
    const to = (id: string) => flowOf('a/b', figures).nodes.find((node) => node.id === id)?.to
    expect(to('gold gold_a&b')).toBe('/sources/a%2Fb/rows?layer=gold&table=gold_a%26b')
    expect(to('reason null_email')).toBe('/sources/a%2Fb/rejects?reason=null_email')
    expect(to('duplicates')).toBe('/sources/a%2Fb/rows?fate=duplicate')
    expect(to('filtered')).toBe('/sources/a%2Fb/rows?fate=filtered')
    expect(to('unreadable')).toBe('/sources/a%2Fb/rows?layer=bronze&view=malformed')
  })

  it('sums up reasons past the first eight', () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`invalid_c${i}`, 1]))
    const flow = flowOf('orders', {
      ...figures,
      ledger: { ...ledger, rejected: 12, rejection_reasons: many },
    })
    expect(flow.nodes.filter((node) => node.fate === 'reason')).toHaveLength(8)
    expect(flow.nodes.find((node) => node.fate === 'moreReasons')?.rows).toBe(4)
  })
})

describe('lines that could not be read', () => {
  const load = (mode: Schemas['LoadMode'], malformed: number, undone = false) => ({
    source_id: 's',
    load_id: 1,
    loaded_at: '',
    mode,
    rows_read: 10,
    rows_malformed: malformed,
    ...(undone && { undone_at: '2026-01-01T00:00:00Z' }),
  })

  it('are those of the loads whose rows are there', () => {
    expect(unreadable([load('append', 1), load('replace', 2), load('replace', 4)])).toBe(3)
    expect(unreadable([load('replace', 1, true), load('replace', 2)])).toBe(2)
  })
})
