import { useNotifications } from '@mantine/notifications'
import { lazy, Suspense, useState, type ComponentType } from 'react'

/** Fetched with the first note; where the server is away, the page says so already. */
const ShownNotes = lazy<ComponentType>(() =>
  import('./ShownNotes').then(
    ({ ShownNotes }) => ({ default: ShownNotes }),
    () => ({ default: () => null }),
  ),
)

/** Short notes about what has just been done, from the first one on. */
export function Notes() {
  const { notifications } = useNotifications()
  const [any, setAny] = useState(false)
  if (!any && notifications.length > 0) setAny(true)
  if (!any) return null
  return (
    <Suspense fallback={null}>
      <ShownNotes />
    </Suspense>
  )
}
