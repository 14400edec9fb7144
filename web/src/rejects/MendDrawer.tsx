import { useMemo } from 'react'
import { ChangedRowDrawer } from '../rows/ChangedRowDrawer'
import { MendForm } from './MendForm'
import type { Opened } from './next'
import { rejectedOf } from './queries'
import { blamed } from './reason'

/** One row that was left out: it stays open while its values are put right and the rows are made again. */
export function MendDrawer(props: {
  source: string
  opened: Opened | undefined
  onOpen: (next: Opened | undefined) => void
}) {
  const { source, opened, onOpen } = props
  const reason = opened?.reason
  const fetch = useMemo(() => rejectedOf(source, reason), [source, reason])
  const close = () => onOpen(undefined)
  return (
    <ChangedRowDrawer
      // Not among what is known of the source: that is asked again when the value has been put right.
      queryKey={['mending', source, opened]}
      fetch={fetch}
      row={opened?.at}
      pinned
      onClose={close}
    >
      {(row, columns) =>
        opened && (
          <MendForm
            key={opened.turn}
            source={source}
            row={row}
            columns={columns}
            failed={blamed(columns, row.reasons)}
            opened={opened}
            onOpen={onOpen}
          />
        )
      }
    </ChangedRowDrawer>
  )
}
