import { describe, expect, it } from 'vitest'
import { layOut } from './layout'
import type { Relationship } from './relationship'

const refers = (id: string, from: string, to: string): Relationship => ({
  id,
  from: { source: from, table: from, columns: [`${to}_id`] },
  to: { source: to, table: to, columns: ['id'] },
  cardinality: 'MANY_TO_ONE',
  matched: 1,
  orphans: 0,
  missing: 0,
  unused: 0,
  most_matches: 1,
  confidence: 1,
  because: '',
  status: 'PROPOSED',
})

describe('the picture', () => {
  it('has each table once and a line for each relationship, also of a table to itself', () => {
    const found = layOut([
      refers('1', 'orders', 'customers'),
      refers('2', 'orders', 'products'),
      refers('3', 'orders', 'customers'),
      refers('4', 'staff', 'staff'),
    ])
    expect(found.boxes.map((box) => box.source)).toEqual([
      'orders',
      'customers',
      'products',
      'staff',
    ])
    expect(found.lines).toHaveLength(4)
    expect(
      found.lines.every((line) => line.path.startsWith('M') && !line.path.includes('NaN')),
    ).toBe(true)
  })
})
