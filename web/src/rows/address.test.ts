import { describe, expect, it } from 'vitest'
import { shownBy, sortingBy } from './address'

const of = (text: string) => new URLSearchParams(text)

describe('the address', () => {
  it('says what is looked at', () => {
    expect(shownBy(of(''))).toEqual({ kind: 'changes', fate: undefined })
    expect(shownBy(of('fate=rejected'))).toEqual({ kind: 'changes', fate: 'rejected' })
    expect(shownBy(of('layer=gold&table=x'))).toEqual({ kind: 'table', layer: 'gold', table: 'x' })
    expect(shownBy(of('view=malformed'))).toEqual({ kind: 'malformed' })
  })

  it('may be wrong without harm', () => {
    expect(shownBy(of('fate=lost&layer=tin'))).toEqual({ kind: 'changes', fate: undefined })
    expect(sortingBy(of('filter=[{'))).toMatchObject({ criteria: [] })
    expect(sortingBy(of('filter=[null,{"is":"missing","column":"a"}]')).criteria).toHaveLength(1)
  })
})
