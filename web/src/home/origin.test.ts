import { describe, expect, it } from 'vitest'
import type { Schemas } from '../api/api'
import { fits, grouped, placeOf } from './origin'

const file: Schemas['Origin'] = {
  kind: 'file',
  path: '/data/book.xlsx',
  file_name: 'book.xlsx',
  uploaded: true,
  size: 1,
  part: { table: 'May' },
}

function source(id: string, origin: string, at: string): Schemas['SourceDetail'] {
  const metadata = { medallion_config: { status: {}, tables: {} } }
  return { id, name: id, origin_id: origin, origin: file, created_at: at, metadata }
}

describe('a place', () => {
  it('is the sheet of a workbook', () => {
    expect(placeOf(file)).toEqual({ kind: 'upload', file: 'book.xlsx', part: 'May' })
  })

  it('is the table of a database, by its last names', () => {
    const relation = { kind: 'table', schema: 'public', name: 'orders' } as const
    const address = 'postgresql://db.example.com:5432/shop'
    expect(placeOf({ kind: 'database', connection: 'shop', address, relation })).toEqual({
      kind: 'table',
      file: 'shop',
      part: 'public.orders',
    })
  })
})

describe('sources', () => {
  const all = [
    source('a', 'one', '2026-01-01T00:00:00Z'),
    source('b', 'two', '2026-01-03T00:00:00Z'),
    source('c', 'one', '2026-01-02T00:00:00Z'),
  ]

  it('stand together by origin, the newest first', () => {
    expect(grouped(all).map((group) => group.sources.map(({ id }) => id))).toEqual([
      ['b'],
      ['a', 'c'],
    ])
  })

  it('are found by words of their name and origin', () => {
    expect(all.filter((one) => fits(one, 'C BOOK')).map(({ id }) => id)).toEqual(['c'])
    expect(all.filter((one) => fits(one, '')).length).toBe(3)
  })
})
