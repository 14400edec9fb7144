import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hasEnded, type Schemas } from '../api/api'
import { useBuild } from '../api/queries'
import { nextOf, type Opened } from './next'
import { Outcome } from './Outcome'
import { useFates, useReasons, useVerdict } from './queries'
import { verdictOf, verdictOfRows } from './verdict'

/** What became of a value that was put right, and the next row to put right. */
export function Afterwards(props: {
  source: string
  /** The row that was put right, by its load and number. */
  row: string
  mended: Schemas['Mended']
  opened: Opened
  onOpen: (next: Opened | undefined) => void
  onAgain: (reasons: string[]) => void
}) {
  const { t } = useTranslation(['rejects', 'common'])
  const { source, mended, opened } = props
  const build = useBuild(mended.build?.id)
  const reasons = useReasons(source)
  const fates = useFates(source)
  const done = mended.build === undefined || (build !== undefined && hasEnded(build))
  const asked = mended.accepted === undefined && build?.status === 'ready'
  const row = useVerdict(source, props.row, asked ? build.id : undefined)
  const verdict = row.data ? verdictOfRows(row.data) : verdictOf(mended)
  const why = row.data ? [...new Set(row.data.flatMap((part) => part.reasons))] : mended.reasons
  const stays = verdict === 'left'
  const known = done && !reasons.isFetching && !fates.isFetching && !row.isFetching
  const all = fates.data?.find((one) => one.fate === 'rejected')?.rows ?? 0
  const withReason =
    opened.reason === undefined
      ? all
      : (reasons.data?.find((one) => one.reason === opened.reason)?.rows ?? 0)
  const next = nextOf(opened, stays, { withReason, all })
  return (
    <Stack gap="sm">
      <Outcome mended={mended} build={build} verdict={verdict} reasons={why} />
      {known && !next && (
        <Text size="sm" role="status">
          {t(stays ? 'rejects:noOther' : 'rejects:noneLeft')}
        </Text>
      )}
      <Group gap="xs">
        {stays && (
          <Button variant={next ? 'default' : 'filled'} onClick={() => props.onAgain(why)}>
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
