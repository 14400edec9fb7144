import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hasEnded, type Schemas } from '../api/api'
import { useBuild } from '../api/queries'
import { nextOf, type Opened } from './next'
import { Outcome } from './Outcome'
import { useFates, useReasons } from './queries'

/** What became of a value that was put right, and the next row to put right. */
export function Afterwards(props: {
  source: string
  mended: Schemas['Mended']
  opened: Opened
  onOpen: (next: Opened | undefined) => void
  onAgain: () => void
}) {
  const { t } = useTranslation(['rejects', 'common'])
  const { source, mended, opened } = props
  const build = useBuild(mended.build?.id)
  const reasons = useReasons(source)
  const fates = useFates(source)
  const stays = mended.accepted === false
  const done = mended.build === undefined || (build !== undefined && hasEnded(build))
  const known = done && !reasons.isFetching && !fates.isFetching
  const all = fates.data?.find((one) => one.fate === 'rejected')?.rows ?? 0
  const withReason =
    opened.reason === undefined
      ? all
      : (reasons.data?.find((one) => one.reason === opened.reason)?.rows ?? 0)
  const next = nextOf(opened, stays, { withReason, all })
  return (
    <Stack gap="sm">
      <Outcome mended={mended} build={build} />
      {known && !next && (
        <Text size="sm" role="status">
          {t(stays ? 'rejects:noOther' : 'rejects:noneLeft')}
        </Text>
      )}
      <Group gap="xs">
        {stays && (
          <Button variant={next ? 'default' : 'filled'} onClick={props.onAgain}>
            {t('rejects:anotherValue')}
          </Button>
        )}
        {(!known || next) && (
          <Button loading={!known} onClick={() => props.onOpen(next)}>
            {t('rejects:next')}
          </Button>
        )}
        <Button variant="subtle" onClick={() => props.onOpen(undefined)}>
          {t('common:close')}
        </Button>
      </Group>
    </Stack>
  )
}
