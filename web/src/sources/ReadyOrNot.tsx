import { Anchor, Text } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schemas } from '../api/api'
import { openOf, type Open } from './next'
import { useShapes } from './useShapes'

/** Whether the numbers can be trusted as they are; if not, what is still open, and the way to it. */
export function ReadyOrNot({ id, medallion }: { id: string; medallion: Schemas['Medallion'] }) {
  const { t } = useTranslation('sources')
  const { data: shapes, isPending } = useShapes(id, medallion)
  if (isPending) return null
  const open = openOf(medallion, shapes?.open.length ?? 0)
  if (open.length === 0) return <>{t('next.askHint')}</>
  return (
    <Text span size="sm">
      {t('next.open')}{' '}
      {open.map((one, place) => (
        <Fragment key={one.what}>
          {place > 0 && ', '}
          <ToOpen open={one} />
        </Fragment>
      ))}
    </Text>
  )
}

function ToOpen({ open: { what, count } }: { open: Open }) {
  const { t } = useTranslation('sources')
  const words = t(`next.still.${what}`, { count })
  switch (what) {
    case 'questions':
      return <Anchor href="#open-questions">{words}</Anchor>
    case 'shapes':
      return <Anchor href="#shapes">{words}</Anchor>
    case 'failed':
      return (
        <Anchor component={Link} to="builds">
          {words}
        </Anchor>
      )
  }
}
