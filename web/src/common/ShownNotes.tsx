import './components.css'
import '@mantine/notifications/styles.css'
import { Notifications } from '@mantine/notifications'

/** The notes themselves, in a corner. */
export function ShownNotes() {
  return <Notifications position="bottom-right" />
}
