import { Anchor, Card, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ago, count, duration, moment } from '../common/format'
import { LayerBadge } from '../common/LayerBadge'
import { ReasonText } from '../rejects/ReasonText'
import { useTold } from '../said/useTold'
import type { Entry } from './queries'

const FEW = 5

/** One build of one table: when, how long, what came of it, and why rows were left out. */
export function EntryRow({ id, entry }: { id: string; entry: Entry }) {
  const { t, i18n } = useTranslation('builds')
  const told = useTold()
  const { layer, log } = entry
  const reasons = Object.entries(log.rejection_reasons ?? {}).sort(
    ([, one], [, other]) => other - one,
  )
  const failed = log.status === 'error'
  const counts = [
    t('rows.read', { count: log.rows_processed, rows: count(log.rows_processed) }),
    log.rows_rejected > 0 &&
      t(layer === 'bronze' ? 'rows.unreadable' : 'rows.rejected', {
        rows: count(log.rows_rejected),
      }),
    log.rows_duplicate > 0 &&
      t('rows.duplicates', { count: log.rows_duplicate, rows: count(log.rows_duplicate) }),
    log.duration_ms !== undefined && t('took', { duration: duration(log.duration_ms) }),
  ].filter(Boolean)
  return (
    <Card withBorder padding="sm" mb="xs">
      <Group justify="space-between" gap="xs">
        <Group gap="xs" style={{ minWidth: 0 }}>
          <LayerBadge layer={layer} />
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {log.table_name}
          </Text>
          <Text size="sm" c={failed ? 'var(--mantine-color-error)' : undefined}>
            {t(`status.${log.status}`)} · {t(`action.${log.action}`)}
          </Text>
        </Group>
        <Text size="sm" c="dimmed" title={ago(log.created_at, i18n.language)}>
          <time dateTime={log.created_at}>{moment(log.created_at)}</time>
        </Text>
      </Group>
      {log.status !== 'building' && log.status !== 'pending' && !failed && (
        <Text size="sm" c="dimmed" mt={4}>
          {counts.join(' · ')}
        </Text>
      )}
      {reasons.length > 0 && (
        <Text size="sm" mt={2} style={{ overflowWrap: 'anywhere' }}>
          {t('reasons')}:{' '}
          {reasons.slice(0, FEW).map(([reason, rows], place) => (
            <span key={reason}>
              {place > 0 && ', '}
              <Anchor component={Link} size="sm" to={whereIs(id, layer, reason)}>
                {layer === 'bronze' ? reason.replaceAll('_', ' ') : <ReasonText reason={reason} />}
              </Anchor>{' '}
              ({count(rows)})
            </span>
          ))}
          {reasons.length > FEW && ' …'}
        </Text>
      )}
      {log.error_message && (
        <Text size="sm" mt={2} style={{ overflowWrap: 'anywhere' }} {...told.failure(log)} />
      )}
    </Card>
  )
}

function whereIs(id: string, layer: string, reason: string): string {
  const base = `/sources/${encodeURIComponent(id)}`
  return layer === 'bronze'
    ? `${base}/rows?layer=bronze&view=malformed`
    : `${base}/rejects?${new URLSearchParams({ reason }).toString()}`
}
