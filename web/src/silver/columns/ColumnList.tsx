import { Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edit } from '../draft/history'
import styles from '../silver.module.css'
import { ColumnRow, type RowLayout } from './ColumnRow'
import type { Item } from './items'

const HEIGHTS: Record<RowLayout, number> = { wide: 60, compact: 60, card: 144 }
const PAGE = 8

interface Props {
  source: string
  items: Item[]
  layout: RowLayout
  opened: string | undefined
  onOpen: (key: string) => void
  edit: (edit: Edit) => void
}

/** All columns, of which only those in sight exist; arrow keys go from one to the next. */
export function ColumnList(props: Props) {
  const { t } = useTranslation('silver')
  const { items, layout, opened, onOpen, edit } = props
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const following = useRef(false)
  const at = Math.min(active, items.length - 1)
  const height = HEIGHTS[layout]
  // What it returns is called while rendering and never handed on.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 6,
    getItemKey: (index) => items[index]?.key ?? index,
  })
  useEffect(() => virtual.measure(), [virtual, height])
  useEffect(() => {
    const place = items.findIndex((item) => item.key === opened)
    if (place >= 0) setActive(place)
    // The place is followed when another is opened, not at each edit.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opened])

  // A row that was out of sight is there only after it was scrolled to, and may go once more before it stays.
  useEffect(() => {
    if (!following.current) return
    const row = box.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)
    if (row && row !== document.activeElement) row.focus()
  })

  // It is not called for a row that goes: only who leaves the rows is not followed any more.
  const onBlur = (event: FocusEvent) => {
    if (!(event.relatedTarget as HTMLElement | null)?.hasAttribute('data-row'))
      following.current = false
  }

  const go = (to: number) => {
    const next = Math.max(0, Math.min(items.length - 1, to))
    following.current = true
    setActive(next)
    virtual.scrollToIndex(next)
    const item = items[next]
    if (opened !== undefined && item && layout === 'compact') onOpen(item.key)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).hasAttribute('data-row')) return
    const item = items[at]
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && item) {
      const by = event.key === 'ArrowUp' ? -1 : 1
      edit({ do: 'move', key: item.key, by })
      following.current = true
      setActive(Math.max(0, Math.min(items.length - 1, at + by)))
    } else if (event.key === 'ArrowDown') go(at + 1)
    else if (event.key === 'ArrowUp') go(at - 1)
    else if (event.key === 'PageDown') go(at + PAGE)
    else if (event.key === 'PageUp') go(at - PAGE)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(items.length - 1)
    else if (event.key === 'Delete' && item) edit({ do: 'leave_out', key: item.key })
    else return
    event.preventDefault()
  }

  if (items.length === 0)
    return (
      <Text c="dimmed" py="lg" ta="center">
        {t('list.nothing')}
      </Text>
    )
  return (
    <div ref={box} className={styles.list}>
      <div role="table" aria-label={t('list.label')} aria-rowcount={items.length + 1}>
        <div role="rowgroup" className={styles.head} hidden={layout === 'card'}>
          <Head layout={layout} />
        </div>
        <div
          role="rowgroup"
          className={styles.rows}
          style={{ height: virtual.getTotalSize() }}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        >
          {virtual.getVirtualItems().map((place) => {
            const item = items[place.index] as Item
            return (
              <ColumnRow
                key={item.key}
                source={props.source}
                item={item}
                index={place.index}
                top={place.start}
                height={height}
                layout={layout}
                open={item.key === opened}
                active={place.index === at}
                onOpen={onOpen}
                edit={edit}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

const HEADS = ['name', 'type', 'steps', 'evidence', 'who', 'more'] as const

function Head({ layout }: { layout: RowLayout }) {
  const { t } = useTranslation('silver')
  const heads = HEADS.filter((head) => layout !== 'compact' || (head !== 'steps' && head !== 'who'))
  return (
    <div
      role="row"
      className={styles.row}
      data-compact={layout === 'compact' || undefined}
      style={{ position: 'static', background: 'none' }}
    >
      {heads.map((head) => (
        <div key={head} role="columnheader">
          {t(`list.${head}`)}
        </div>
      ))}
    </div>
  )
}
