import { describe, expect, it } from 'vitest'
import { ago, bytes, figure, figures, percent } from './format'

describe('shares', () => {
  it('never round something to nothing, or all but one to all', () => {
    expect(percent(0.0000001)).not.toBe(percent(0))
    expect(percent(0.9999999)).not.toBe(percent(1))
  })
})

describe('figures', () => {
  it('are rounded for reading', () => {
    const digits = (text: string) => text.replace(/\D/g, '')
    expect(digits(figure('1234567.891234567'))).toBe('123456789')
    expect(digits(figure('60.00'))).toBe('6000')
    expect(digits(figure('12345678901234567890'))).toBe('12345678901234567890')
    expect(digits(figure('0.00012345'))).toBe('0000123')
    expect(figure('2024-01-02')).toBe('2024-01-02')
  })

  it('that differ never look the same', () => {
    const [before, after] = figures('10.00001', '10.00002')
    expect(before).not.toBe(after)
  })
})

describe('how long ago', () => {
  it('is told in the largest unit that fits', () => {
    const now = Date.parse('2026-11-27T10:00:00Z')
    expect(ago('2026-11-27T09:57:00Z', 'en', now)).toBe('3 minutes ago')
    expect(ago('2026-11-25T10:00:00Z', 'en', now)).toBe('2 days ago')
  })
})

describe('sizes', () => {
  it('of a few bytes are told in the plural', () => {
    expect(bytes(34)).toBe('34 bytes')
    expect(bytes(3_100)).toBe('3.1 kB')
  })
})
