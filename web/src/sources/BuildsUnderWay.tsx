import { Stack, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hasEnded, type Schemas } from '../api/api'
import { BuildEnded } from './BuildEnded'
import { BuildProgress } from './BuildProgress'
import { useBuildList } from './queries'

/** What is being made of this source now, and what has ended otherwise than it should. */
export function BuildsUnderWay({ id, builds }: { id: string; builds: Schemas['Build'][] }) {
  const { t } = useTranslation('sources')
  const list = useBuildList(id)
  if (builds.length === 0) return null
  return (
    <Stack gap="sm" component="section" aria-label={t('running.title')}>
      {builds.map((build) =>
        hasEnded(build) ? (
          <BuildEnded key={build.id} build={build} onPutAway={() => list.putAway(build.id)} />
        ) : (
          <BuildProgress key={build.id} build={build} />
        ),
      )}
      <VisuallyHidden aria-live="polite">
        {builds.filter((build) => !hasEnded(build)).length > 0 && t('running.title')}
      </VisuallyHidden>
    </Stack>
  )
}
