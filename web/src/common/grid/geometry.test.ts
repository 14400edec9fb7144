import { describe, expect, it } from 'vitest'
import {
  columnsInSight,
  drawnHeight,
  lowest,
  ROW,
  scrolled,
  scrollFor,
  startsOf,
  topAt,
} from './geometry'

const few = { rows: 1_000, view: 600 }
const many = { rows: 10_000_000, view: 600 }

describe('scrolling', () => {
  it('is pixel by pixel where the rows can be drawn', () => {
    expect(topAt(12_345, few)).toBe(12_345)
    expect(drawnHeight(1_000)).toBe(1_000 * ROW)
  })

  it('reaches the first and the last of ten million rows', () => {
    expect(topAt(0, many)).toBe(0)
    expect(topAt(drawnHeight(many.rows) - many.view, many)).toBe(lowest(many))
  })

  it('goes to a place and back', () => {
    for (const top of [0, 10, 5_000, 17_000_000, 339_000_000, lowest(many) - 5]) {
      expect(topAt(scrollFor(top, many), many)).toBeCloseTo(top, 3)
    }
  })

  it('moves by the pixel where one scrolls by the wheel, and by proportion where one drags', () => {
    const start = { scrollTop: 4_000_000, top: 100_000_000 }
    expect(scrolled(start, 4_000_100, many).top).toBe(100_000_100)
    expect(scrolled(start, 6_000_000, many).top).toBe(topAt(6_000_000, many))
  })
})

describe('columns', () => {
  it('are few in sight however many there are', () => {
    const starts = startsOf(Array.from({ length: 2_000 }, () => 100))
    expect(columnsInSight(starts, 0, 1_000)).toEqual([0, 12])
    expect(columnsInSight(starts, 199_000, 1_000)).toEqual([1_989, 2_000])
    expect(columnsInSight([0], 0, 1_000)).toEqual([0, 0])
  })
})
