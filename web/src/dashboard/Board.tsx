import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core'
import {
  arrayMove,
  rectSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
} from '@dnd-kit/sortable'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/queries'
import { usePin } from '../answers/questions'
import styles from './Board.module.css'
import { Card } from './Card'
import type { Pinned } from './usePinned'

/** The pinned answers in a grid, to be put in order by hand or by keyboard. */
export function Board({ pinned }: { pinned: Pinned[] }) {
  const { t } = useTranslation('dashboard')
  const queries = useQueryClient()
  const pin = usePin()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const names = pinned.map((one) => one.name)

  const move = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return
    const to = names.indexOf(String(over.id))
    const moved = arrayMove(pinned, names.indexOf(String(active.id)), to)
    // Stands there at once; the server is asked again when it has said so.
    queries.setQueryData(
      keys.questions,
      moved.map((one, position) => ({ ...one, pin: { ...one.pin, position } })),
    )
    pin.mutate({ name: String(active.id), pin: { position: to } })
  }

  const place = (id: unknown) => names.indexOf(String(id)) + 1
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('lifted', { name: active.id, place: place(active.id) }),
    onDragOver: ({ active, over }) =>
      over ? t('over', { name: active.id, place: place(over.id) }) : undefined,
    onDragEnd: ({ active, over }) =>
      over ? t('dropped', { name: active.id, place: place(over.id) }) : undefined,
    onDragCancel: ({ active }) => t('putBack', { name: active.id }),
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={move}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('howToMove') },
      }}
    >
      <SortableContext items={names} strategy={rectSortingStrategy}>
        <ul className={styles.board} aria-label={t('title')}>
          {pinned.map((one) => (
            <Card key={one.name} question={one} />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  )
}
