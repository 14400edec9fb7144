import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { Relationship } from './relationship'

const Picture = lazy(() => import('./Picture').then((module) => ({ default: module.Picture })))

/** The picture, fetched when it is first shown. */
export function PictureFrame({ relationships }: { relationships: Relationship[] }) {
  return (
    <Suspense fallback={<Skeleton height={200} />}>
      <Picture relationships={relationships} />
    </Suspense>
  )
}
