import { describe, expect, it } from 'vitest'
import { nextOf } from './next'

const opened = { reason: 'invalid_amount', at: 2, turn: 1 }

describe('the row to put right next', () => {
  it('has taken the place of one that is rescued', () => {
    expect(nextOf(opened, false, { withReason: 5, all: 9 })).toEqual({ ...opened, turn: 2 })
    expect(nextOf(opened, false, { withReason: 2, all: 9 })).toEqual({ ...opened, at: 0, turn: 2 })
  })

  it('comes after one that stays left out', () => {
    expect(nextOf(opened, true, { withReason: 5, all: 9 })).toEqual({ ...opened, at: 3, turn: 2 })
    expect(nextOf(opened, true, { withReason: 3, all: 9 })).toEqual({ ...opened, at: 0, turn: 2 })
  })

  it('is of another reason where none of this one is left, or there is none', () => {
    const other = { reason: undefined, at: 0, turn: 2 }
    expect(nextOf(opened, false, { withReason: 0, all: 4 })).toEqual(other)
    expect(nextOf(opened, false, { withReason: 0, all: 0 })).toBeUndefined()
    expect(nextOf({ ...opened, at: 0 }, true, { withReason: 1, all: 1 })).toBeUndefined()
  })
})
