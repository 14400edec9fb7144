import { Anchor, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { count } from '../common/format'
import { useMalformedCount } from '../sources/queries'
import { useFates } from './queries'

/** The ways to the other rows that are not among the cleaned ones. */
export function OtherRows({ source }: { source: string }) {
  const { t } = useTranslation('rejects')
  const fates = useFates(source)
  const malformed = useMalformedCount(source)
  const rows = (fate: string) => fates.data?.find((one) => one.fate === fate)?.rows ?? 0
  const others = [
    { key: 'duplicate', rows: rows('duplicate'), to: 'fate=duplicate' },
    { key: 'filtered', rows: rows('filtered'), to: 'fate=filtered' },
    { key: 'waiting', rows: rows('waiting'), to: 'fate=waiting' },
    { key: 'malformed', rows: malformed.data ?? 0, to: 'view=malformed' },
  ] as const
  const some = others.filter((one) => one.rows > 0)
  if (some.length === 0) return null
  return (
    <Group gap="md">
      <Text size="sm" c="dimmed">
        {t('others')}
      </Text>
      {some.map((one) => (
        <Anchor key={one.key} component={Link} size="sm" to={`/sources/${source}/rows?${one.to}`}>
          {t(`other.${one.key}`, { count: one.rows, rows: count(one.rows) })}
        </Anchor>
      ))}
    </Group>
  )
}
