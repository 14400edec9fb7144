import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'

/** Something to know before going on: a title that can be read on its soft ground, and a sentence. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Alert color="yellow" p="sm" title={title}>
      {children}
    </Alert>
  )
}
