import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { ago, duration, moment } from '../common/format'
import { useTold } from '../said/useTold'

/** When a table was made, and what has made it stale or fail since. */
export function Freshness({ table }: { table: Schemas['MedallionLayer'] }) {
  const { t, i18n } = useTranslation('sources')
  const told = useTold()
  const stale = told.stale(table)
  return (
    <>
      {table.last_built_at && (
        <Text
          size="sm"
          c="dimmed"
          title={
            moment(table.last_built_at) +
            (table.build_duration_ms === undefined
              ? ''
              : ` · ${t('strip.took', { duration: duration(table.build_duration_ms) })}`)
          }
        >
          {t('strip.built', { ago: ago(table.last_built_at, i18n.language) })}
        </Text>
      )}
      {stale.children && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('strip.staleBecause', { reason: stale.children })}
        </Text>
      )}
      {table.error_message && (
        <Text
          size="sm"
          c="var(--mantine-color-error)"
          style={{ overflowWrap: 'anywhere' }}
          {...told.failure(table)}
        />
      )}
    </>
  )
}
