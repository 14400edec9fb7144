import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import {
  columnsInSight,
  HEADER,
  needsRoom,
  ROW,
  scrolled,
  scrollFor,
  type Geometry,
  type Position,
} from './geometry'

/** Rows that are drawn beyond what is in sight, and by how many the drawing moves on. */
const BEYOND = 8

/** Which rows and columns are in sight of an element that scrolls, and how to go to others. */
export function useScroll(rows: number, starts: number[], leadWidth: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const position = useRef<Position>({ scrollTop: 0, top: 0 })
  const settling = useRef<number>(undefined)
  const drawn = useRef(0)
  const [size, setSize] = useState({ width: 1200, height: 600 })
  const [origin, setOrigin] = useState(0)
  const [columns, setColumns] = useState<[number, number]>([0, 0])
  const view = Math.max(ROW, size.height - HEADER)

  const place = useCallback(() => {
    if (body.current) {
      const shift = drawn.current * ROW - position.current.top
      body.current.style.transform = `translateY(${shift}px)`
    }
  }, [])

  const follow = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const geometry: Geometry = { rows, view }
    position.current = scrolled(position.current, element.scrollTop, geometry)
    if (needsRoom(position.current, geometry)) settle(element, position, geometry)
    place()
    const first = Math.floor(position.current.top / ROW / BEYOND) * BEYOND
    setOrigin(Math.max(0, first - BEYOND))
    const [from, to] = columnsInSight(starts, element.scrollLeft, size.width - leadWidth)
    setColumns((now) => (now[0] === from && now[1] === to ? now : [from, to]))
    window.clearTimeout(settling.current)
    settling.current = window.setTimeout(() => settle(element, position, geometry), 150)
  }, [rows, view, starts, size.width, leadWidth, place])

  useLayoutEffect(() => {
    drawn.current = origin
    place()
  }, [origin, place])

  useLayoutEffect(follow, [follow])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
      window.clearTimeout(settling.current)
    }
  }, [])

  /** Scrolls as far as is needed to have a cell in sight; column -1 is the row's own header. */
  const show = useCallback(
    (row: number, column: number) => {
      const element = scroller.current
      if (!element) return
      const above = row * ROW
      const { top } = position.current
      const wanted = above < top ? above : above + ROW > top + view ? above + ROW - view : top
      if (wanted !== top) {
        element.scrollTop = scrollFor(wanted, { rows, view })
        position.current = { scrollTop: element.scrollTop, top: wanted }
      }
      const left = starts[column] ?? 0
      const right = (starts[column + 1] ?? left) - (element.clientWidth - leadWidth)
      if (column >= 0 && element.scrollLeft > left) element.scrollLeft = left
      else if (column >= 0 && element.scrollLeft < right) element.scrollLeft = right
      follow()
    },
    [rows, view, starts, leadWidth, follow],
  )

  const last = Math.min(rows, origin + Math.ceil(view / ROW) + 3 * BEYOND)
  return { scroller, body, follow, show, origin, last, columns, view }
}

/** Where the scroll bar would be, had one gone there by it. Nothing that is in sight moves. */
function settle(element: HTMLElement, position: { current: Position }, geometry: Geometry) {
  const wanted = scrollFor(position.current.top, geometry)
  if (Math.abs(wanted - element.scrollTop) < 1) return
  element.scrollTop = wanted
  position.current = { scrollTop: element.scrollTop, top: position.current.top }
}
