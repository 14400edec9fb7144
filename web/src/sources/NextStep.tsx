import { Button, Group, Text } from '@mantine/core'
import {
  IconArrowRight,
  IconChartBar,
  IconMessageQuestion,
  IconRefresh,
  IconSparkles,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { hasEnded, type Schemas } from '../api/api'
import type { Actions } from './actions'
import { nextOf } from './next'
import { ReadyOrNot } from './ReadyOrNot'

/** The one thing to do next, and reading the data again. */
export function NextStep(props: {
  id: string
  medallion: Schemas['Medallion']
  builds: Schemas['Build'][]
  actions: Actions
}) {
  const { t } = useTranslation('sources')
  const { id, medallion, actions } = props
  const busy = props.builds.some((build) => !hasEnded(build))
  const next = busy ? 'wait' : nextOf(medallion)
  const isStale = (layer: Schemas['Layer']) =>
    medallion.layers.some((one) => one.layer === layer && one.status === 'stale')
  const button = (label: string, icon: ReactNode, onClick: () => void) => (
    <Button leftSection={icon} loading={actions.pending} onClick={onClick}>
      {label}
    </Button>
  )
  const step = () => {
    switch (next) {
      case 'wait':
        return null
      case 'reread':
        return button(t('next.reread'), <IconRefresh size={18} />, () => actions.refresh('bronze'))
      case 'clean':
        return button(t('next.clean'), <IconSparkles size={18} />, () =>
          actions.build('silver', 'gold'),
        )
      case 'summarise':
        return button(t('next.summarise'), <IconChartBar size={18} />, () => actions.build('gold'))
      case 'again':
        return button(t('next.again'), <IconRefresh size={18} />, () =>
          actions.bringUpToDate({ silver: isStale('silver'), gold: isStale('gold') }),
        )
      case 'ask':
        return (
          <Button
            component={Link}
            to={`/ask?${new URLSearchParams({ source: id }).toString()}`}
            leftSection={<IconMessageQuestion size={18} />}
          >
            {t('next.ask')}
          </Button>
        )
    }
  }
  return (
    <Group justify="space-between" gap="sm" component="section" aria-label={t('next.title')}>
      <Group gap="sm">
        {step()}
        {next !== 'wait' && (
          <Text size="sm" c="dimmed" component="div" aria-live="polite">
            {next === 'ask' ? <ReadyOrNot id={id} medallion={medallion} /> : t(`next.${next}Hint`)}
          </Text>
        )}
      </Group>
      <Group gap="xs">
        {next === 'clean' && (
          <Button
            component={Link}
            to="silver"
            variant="subtle"
            rightSection={<IconArrowRight size={16} />}
          >
            {t('next.editSilver')}
          </Button>
        )}
        <Button
          variant="default"
          title={t('next.syncHint')}
          leftSection={<IconRefresh size={16} />}
          disabled={busy || actions.pending}
          onClick={() => actions.sync()}
        >
          {t('next.sync')}
        </Button>
      </Group>
    </Group>
  )
}
