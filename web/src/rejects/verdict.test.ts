import { describe, expect, it } from 'vitest'
import { verdictOf, verdictOfRows } from './verdict'

describe('what became of a row that was put right', () => {
  it('is told by the value where no other row has a say', () => {
    expect(verdictOf({ accepted: true })).toBe('accepted')
    expect(verdictOf({ accepted: false })).toBe('left')
    expect(verdictOf({})).toBe('open')
  })

  it('is told by the build of all its parts', () => {
    expect(verdictOfRows([{ fate: 'kept' }, { fate: 'rejected' }])).toBe('left')
    expect(verdictOfRows([{ fate: 'filtered' }])).toBe('left')
    expect(verdictOfRows([{ fate: 'changed' }, { fate: 'duplicate' }])).toBe('accepted')
    expect(verdictOfRows([{ fate: 'duplicate' }])).toBe('copy')
    expect(verdictOfRows([{ fate: 'waiting' }])).toBe('open')
    expect(verdictOfRows([])).toBe('open')
  })
})
