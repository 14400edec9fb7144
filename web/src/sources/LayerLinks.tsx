import { Anchor, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schemas } from '../api/api'
import { count } from '../common/format'

/** The rows of Bronze or Silver, and those that Silver left out. */
export function LayerLinks({ id, table }: { id: string; table: Schemas['MedallionLayer'] }) {
  const { t } = useTranslation('sources')
  const base = `/sources/${encodeURIComponent(id)}`
  const rejected = table.ledger?.rejected ?? 0
  return (
    <Group gap="md">
      <Anchor component={Link} size="sm" to={`${base}/rows?layer=${table.layer}`}>
        {t('strip.see')}
      </Anchor>
      {rejected > 0 && (
        <Anchor component={Link} size="sm" to={`${base}/rejects`}>
          {t('account.rejected', { rows: count(rejected) })}
        </Anchor>
      )}
    </Group>
  )
}
