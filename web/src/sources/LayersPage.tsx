import { Stack, Title, VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { useMedallion, useSource } from '../api/queries'
import { Await } from '../common/Await'
import { Failure } from '../common/Failure'
import { Account } from './Account'
import { useActions } from './actions'
import { BuildsUnderWay } from './BuildsUnderWay'
import { Drift } from './Drift'
import { LayerStrip } from './LayerStrip'
import { NextStep } from './NextStep'
import { Questions } from './Questions'
import { useBuildsOf } from './queries'
import { Shapes } from './Shapes'
import { useSourceId } from './SourcePage'
import { WaitingSync } from './WaitingSync'
import { workInWords } from './work'

/** The layers of a source: what asks for an answer, what is going on, what there is, and where every row went. */
export function Component() {
  const { t } = useTranslation(['sources', 'common'])
  const id = useSourceId()
  const source = useSource(id)
  const medallion = useMedallion(id)
  const actions = useActions(id)
  const ready = (build: Schemas['Build']) =>
    notifications.show({
      message: t('running.ready', { what: workInWords(t, build) }),
      closeButtonProps: { 'aria-label': t('common:close') },
    })
  const builds = useBuildsOf(id, ready)
  return (
    <Stack gap="lg">
      <VisuallyHidden>
        <Title order={2}>{t('title')}</Title>
      </VisuallyHidden>
      {source.data?.metadata.waiting && (
        <WaitingSync waiting={source.data.metadata.waiting} actions={actions} />
      )}
      <Await query={medallion}>
        {(found) => (
          <Stack gap="lg">
            <Questions id={id} medallion={found} actions={actions} />
            <Shapes id={id} medallion={found} actions={actions} />
            <BuildsUnderWay id={id} builds={builds.data ?? []} />
            {actions.error && <Failure error={actions.error} onRetry={actions.forgive} />}
            <NextStep id={id} medallion={found} builds={builds.data ?? []} actions={actions} />
            <LayerStrip id={id} medallion={found} actions={actions} />
            <Account id={id} medallion={found} />
            <Drift id={id} />
          </Stack>
        )}
      </Await>
    </Stack>
  )
}
