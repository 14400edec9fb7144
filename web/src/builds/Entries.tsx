import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { EntryRow } from './EntryRow'
import type { Entry } from './queries'

/** Only those of a long history that are in sight are drawn. */
export function Entries({ id, entries }: { id: string; entries: Entry[] }) {
  const list = useRef<HTMLUListElement | null>(null)
  const [top, setTop] = useState(0)
  const rows = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => 92,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (place) => entries[place]?.log.id ?? place,
  })
  return (
    <ul
      ref={(element) => {
        list.current = element
        if (element && element.offsetTop !== top) setTop(element.offsetTop)
      }}
      style={{
        position: 'relative',
        height: rows.getTotalSize(),
        margin: 0,
        padding: 0,
        listStyle: 'none',
      }}
    >
      {rows.getVirtualItems().map((row) => {
        const entry = entries[row.index]
        return (
          <li
            key={row.key}
            ref={rows.measureElement}
            data-index={row.index}
            aria-posinset={row.index + 1}
            aria-setsize={entries.length}
            style={{
              position: 'absolute',
              insetInline: 0,
              top: 0,
              transform: `translateY(${row.start - top}px)`,
            }}
          >
            {entry && <EntryRow id={id} entry={entry} />}
          </li>
        )
      })}
    </ul>
  )
}
