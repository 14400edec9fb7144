import { Group, Text } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { keys } from '../api/queries'
import { count, percent } from '../common/format'
import { isAcross, type GoldTable } from './tables'

/** Which other tables it looks things up in, and how many of its rows find something there. */
export function Joined({ table }: { table: GoldTable }) {
  const { t } = useTranslation('gold')
  const relationships = useQuery({
    queryKey: keys.relationships,
    queryFn: () => data(api.GET('/api/relationships')),
    enabled: isAcross(table),
    staleTime: 30_000,
  })
  return table.query?.joins?.map((join, index) => {
    const columns = join.matching.map((match) => match.column)
    const others = join.matching.map((match) => match.other)
    const found = relationships.data?.find(
      (one) =>
        one.to.table === join.table &&
        one.from.table === table.query?.table &&
        one.to.columns.join() === others.join() &&
        one.from.columns.join() === columns.join(),
    )
    return (
      <Group key={index} gap={6} wrap="nowrap" align="flex-start">
        <IconLink size={16} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('joined.reads', { table: join.table, columns: columns.join(', ') })}{' '}
          {found &&
            (found.orphans === 0
              ? t('joined.all')
              : t('joined.match', {
                  count: found.orphans,
                  share: percent(found.matched),
                  orphans: count(found.orphans),
                }))}
        </Text>
      </Group>
    )
  })
}
