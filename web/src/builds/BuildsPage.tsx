import { SegmentedControl, Stack, Title, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Failure } from '../common/Failure'
import { useActions } from '../sources/actions'
import { BuildsUnderWay } from '../sources/BuildsUnderWay'
import { useBuildsOf } from '../sources/queries'
import { useSourceId } from '../sources/SourcePage'
import { History } from './History'
import { Loads } from './Loads'
import { Recipes } from './Recipes'

const SHOWN = ['builds', 'recipes', 'loads'] as const

/** What has happened to a source: its builds, the recipes that they went by, and its readings. */
export function Component() {
  const { t } = useTranslation('builds')
  const id = useSourceId()
  const [search, setSearch] = useSearchParams()
  const shown = SHOWN.find((one) => one === search.get('show')) ?? 'builds'
  const builds = useBuildsOf(id, () => {})
  const actions = useActions(id)
  return (
    <Stack gap="md">
      <VisuallyHidden>
        <Title order={2}>{t('title')}</Title>
      </VisuallyHidden>
      <BuildsUnderWay id={id} builds={builds.data ?? []} />
      {actions.error && <Failure error={actions.error} onRetry={actions.forgive} />}
      <SegmentedControl
        aria-label={t('show.label')}
        style={{ alignSelf: 'flex-start', maxWidth: '100%' }}
        value={shown}
        onChange={(show) => setSearch(show === 'builds' ? {} : { show })}
        data={SHOWN.map((one) => ({ value: one, label: t(`show.${one}`) }))}
      />
      {shown === 'builds' && <History id={id} />}
      {shown === 'recipes' && <Recipes id={id} actions={actions} />}
      {shown === 'loads' && <Loads id={id} actions={actions} />}
    </Stack>
  )
}
