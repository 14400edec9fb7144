import { describe, expect, it } from 'vitest'
import type { Schemas } from '../api/api'
import { drawRows } from './rows'

const column = (name: string, type: string) => ({ name, type })

describe('rows as a chart', () => {
  it('go along a time, a line for each of the largest groups', () => {
    const found = drawRows(
      {
        columns: [
          column('month', 'DATE'),
          column('city', 'VARCHAR'),
          column('row_count', 'BIGINT'),
          column('total_amount', 'DECIMAL(38,2)'),
        ],
        rows: ['b', 'a', null].flatMap((city, of) => [
          ['2024-02-01', city, 1, String(of + 1)],
          ['2024-01-01', city, 1, '10'],
        ]),
        truncated: false,
      },
      '(none)',
    )
    expect(found?.shown).toBeUndefined()
    expect(found?.drawing).toEqual({
      kind: 'line',
      lying: false,
      places: { name: 'month', labels: ['2024-01', '2024-02'] },
      figures: { name: 'total amount' },
      series: [
        { name: '(none)', values: [10, 3] },
        { name: 'a', values: [10, 2] },
        { name: 'b', values: [10, 1] },
      ],
    })
  })

  it('show the largest of many groups, and say so', () => {
    const found = drawRows(
      {
        columns: [column('name', 'VARCHAR'), column('total', 'DOUBLE')],
        rows: Array.from({ length: 100 }, (_, index) => [`<i>${index}</i>`, index]),
        truncated: false,
      },
      '',
    )
    expect(found?.shown).toEqual({ groups: 25, of: 100 })
    expect(found?.drawing.places.labels[0]).toBe('<i>99</i>')
    expect(found?.drawing.lying).toBe(true)
  })

  it('show what is asked for, not the first figure that looks like none', () => {
    const rows = {
      columns: [
        column('city', 'VARCHAR'),
        column('row_count', 'BIGINT'),
        column('total_discount', 'DOUBLE'),
        column('average_weight', 'DOUBLE'),
      ],
      rows: [
        ['a', 1, 2, 3],
        ['b', 4, 5, 6],
      ],
      truncated: false,
    }
    const query: Schemas['Query'] = {
      table: 't',
      dimensions: [{ name: 'city', column: 'city' }],
      measures: [
        { name: 'row_count', aggregate: 'COUNT_ROWS' },
        { name: 'total_discount', aggregate: 'SUM', column: 'discount' },
      ],
    }
    const name = (of?: Schemas['Query']) => drawRows(rows, '', of)?.drawing.figures.name
    expect(name()).toBe('total discount')
    expect(name(query)).toBe('total discount')
    expect(name({ ...query, order_by: [{ name: 'average_weight', descending: true }] })).toBe(
      'average weight',
    )
    expect(name({ ...query, order_by: [{ name: 'row_count', descending: true }] })).toBe('rows')
  })

  it('are none where there are no groups, or one row', () => {
    const total = { columns: [column('total', 'DOUBLE')], rows: [[1]], truncated: false }
    expect(drawRows(total, '')).toBeUndefined()
  })
})
