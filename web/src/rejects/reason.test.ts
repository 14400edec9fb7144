import { describe, expect, it } from 'vitest'
import { columnOf, reasonOf } from './reason'

describe('a reason', () => {
  it('names what is wrong and the column', () => {
    expect(reasonOf('invalid_unit_price')).toEqual({ kind: 'invalid', name: 'unit_price' })
    expect(columnOf('null_e_mail')).toBe('e_mail')
    expect(columnOf('breaks_total')).toBeUndefined()
    expect(reasonOf('odd')).toEqual({ kind: 'other', name: 'odd' })
  })
})
