import type { Schemas } from '../api/api'

/** What keeps one from trusting what is ready. */
export type Open = { what: 'questions' | 'shapes' | 'failed'; count: number }

/** @param shapes warnings of the table's shape that nobody has decided on */
export function openOf(medallion: Schemas['Medallion'], shapes: number): Open[] {
  const failed = medallion.layers.filter((layer) => layer.status === 'error').length
  const open: Open[] = [
    { what: 'questions', count: medallion.questions.length },
    { what: 'shapes', count: shapes },
    { what: 'failed', count: failed },
  ]
  return open.filter(({ count }) => count > 0)
}

/** The one thing to do next. */
export type Next = 'wait' | 'reread' | 'clean' | 'summarise' | 'again' | 'ask'

export function nextOf(medallion: Schemas['Medallion']): Next {
  const is = (layer: Schemas['Layer']) => medallion.layers.filter((one) => one.layer === layer)
  const published = (layer: Schemas['Layer']) =>
    is(layer).some((one) => one.published_build !== undefined)
  if (medallion.layers.some((layer) => layer.status === 'building')) return 'wait'
  if (!published('bronze')) return is('bronze').length > 0 ? 'reread' : 'wait'
  if (!published('silver')) return 'clean'
  if (medallion.layers.some((layer) => layer.layer !== 'bronze' && layer.status === 'stale'))
    return 'again'
  return published('gold') ? 'ask' : 'summarise'
}
