import { describe, expect, it } from 'vitest'
import { cadenceOf } from './cadence'

describe('a schedule', () => {
  it('is called by its name where it has one', () => {
    expect(cadenceOf('0 6 * * MON-FRI')).toBe('workday')
    expect(cadenceOf(' 0  6 * * mon-fri ')).toBe('workday')
  })

  it('is another otherwise', () => {
    expect(cadenceOf('30 6 * * 1')).toBe('other')
  })
})
