import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { ago, moment } from '../common/format'
import { shown } from './figures'

/** How old the data behind an answer is. */
export function Freshness({ freshness }: { freshness: Schemas['Freshness'] }) {
  const { t, i18n } = useTranslation('answers')
  const at = freshness.built_at ?? freshness.loaded_at
  if (!at) return null
  const titles = [
    freshness.loaded_at && t('loadedAt', { time: moment(freshness.loaded_at) }),
    freshness.built_at && t('builtAt', { time: moment(freshness.built_at) }),
  ]
  return (
    <Text size="xs" c="dimmed" title={titles.filter(Boolean).join(' · ')}>
      {t('fresh', { ago: ago(at, i18n.language) })}
      {freshness.until &&
        ` · ${t('until', { time: shown(freshness.until, { kind: 'period', grain: 'DAY' }) })}`}
    </Text>
  )
}
