import { describe, expect, it } from 'vitest'
import type { Schemas } from '../api/api'
import { nextOf, openOf } from './next'

const layer = (
  name: Schemas['Layer'],
  status: Schemas['LayerStatus'],
  published = true,
): Schemas['MedallionLayer'] => ({
  id: name,
  source_id: 'orders',
  layer: name,
  table_name: name,
  status,
  created_at: '',
  published_build: published ? 'b' : undefined,
})
const next = (...layers: Schemas['MedallionLayer'][]) =>
  nextOf({ source_id: 'orders', name: 'orders', status: {}, layers, questions: [] })

describe('what to do next', () => {
  it('goes from layer to layer, then to a question', () => {
    expect(next(layer('bronze', 'error', false))).toBe('reread')
    expect(next(layer('bronze', 'ready'))).toBe('clean')
    expect(next(layer('bronze', 'ready'), layer('silver', 'error', false))).toBe('clean')
    expect(next(layer('bronze', 'ready'), layer('silver', 'ready'))).toBe('summarise')
    const all = [layer('bronze', 'ready'), layer('silver', 'ready'), layer('gold', 'ready')]
    expect(next(...all)).toBe('ask')
  })

  it('is to bring up to date what is stale, and nothing while something is being made', () => {
    const ready = layer('bronze', 'ready')
    expect(next(ready, layer('silver', 'stale'), layer('gold', 'stale'))).toBe('again')
    expect(next(ready, layer('silver', 'building'))).toBe('wait')
  })
})

describe('what is still open', () => {
  it('is named with how many there are, and nothing where all is ready', () => {
    const medallion = { questions: [{}, {}], layers: [{ status: 'ready' }, { status: 'error' }] }
    const of = (some: unknown) => some as Parameters<typeof openOf>[0]
    expect(openOf(of(medallion), 1)).toEqual([
      { what: 'questions', count: 2 },
      { what: 'shapes', count: 1 },
      { what: 'failed', count: 1 },
    ])
    expect(openOf(of({ questions: [], layers: [{ status: 'ready' }] }), 0)).toEqual([])
  })
})
