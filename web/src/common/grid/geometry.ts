/** The height of a row and of the header, in px. */
export const ROW = 34
export const HEADER = 48

/** No browser draws an element much taller than 17 million px: what is taller is scrolled in proportion. */
const TALLEST = 8_000_000

/** So far from either end a pixel scrolled is a pixel moved. */
const EDGE = 2_000

/** How many rows there are, and how much of them fits into the window, in px. */
export interface Geometry {
  rows: number
  view: number
}

/** Where the window is: of the element that scrolls, and of all rows. */
export interface Position {
  scrollTop: number
  top: number
}

export const drawnHeight = (rows: number) => Math.min(rows * ROW, TALLEST)

export const lowest = ({ rows, view }: Geometry) => Math.max(0, rows * ROW - view)

const lowestScroll = ({ rows, view }: Geometry) => Math.max(0, drawnHeight(rows) - view)

export const isScaled = ({ rows }: Geometry) => rows * ROW > TALLEST

const between = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high)

/** What of all rows is at the top when the element is scrolled this far. */
export function topAt(scrollTop: number, geometry: Geometry): number {
  if (!isScaled(geometry)) return between(0, scrollTop, lowest(geometry))
  const last = lowestScroll(geometry)
  if (scrollTop <= EDGE) return Math.max(0, scrollTop)
  if (scrollTop >= last - EDGE)
    return between(0, lowest(geometry) - (last - scrollTop), lowest(geometry))
  return EDGE + ((scrollTop - EDGE) * (lowest(geometry) - 2 * EDGE)) / (last - 2 * EDGE)
}

/** The other way round: how far the element is scrolled when this is at the top. */
export function scrollFor(top: number, geometry: Geometry): number {
  if (!isScaled(geometry)) return top
  const last = lowestScroll(geometry)
  if (top <= EDGE) return top
  if (top >= lowest(geometry) - EDGE) return last - (lowest(geometry) - top)
  return EDGE + ((top - EDGE) * (last - 2 * EDGE)) / (lowest(geometry) - 2 * EDGE)
}

/** Where the window is once the element was scrolled: a small step is a small step, a long one goes by proportion. */
export function scrolled(before: Position, scrollTop: number, geometry: Geometry): Position {
  const step = scrollTop - before.scrollTop
  const top =
    isScaled(geometry) && Math.abs(step) < 2 * geometry.view
      ? between(0, before.top + step, lowest(geometry))
      : topAt(scrollTop, geometry)
  return { scrollTop, top }
}

/** Whether the element is about to end before the rows do, or the other way round. */
export function needsRoom({ scrollTop, top }: Position, geometry: Geometry): boolean {
  const last = lowestScroll(geometry)
  return (
    isScaled(geometry) &&
    (scrollTop < EDGE / 2 || scrollTop > last - EDGE / 2) &&
    Math.abs(scrollFor(top, geometry) - scrollTop) > 1
  )
}

/** Where each column begins, and where the last ends. */
export function startsOf(widths: number[]): number[] {
  const starts = [0]
  for (const width of widths) starts.push((starts.at(-1) ?? 0) + width)
  return starts
}

/** The first column that is in sight and the one after the last. */
export function columnsInSight(starts: number[], left: number, width: number): [number, number] {
  const last = Math.max(0, starts.length - 1)
  const first = between(0, columnAt(starts, left) - 1, last)
  return [first, between(first, columnAt(starts, left + width) + 2, last)]
}

function columnAt(starts: number[], at: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}
