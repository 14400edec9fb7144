import { Box, Drawer, Group, Stack, Text } from '@mantine/core'
import { useQuery, type QueryKey } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { typeName } from '../common/grid/widths'
import { Await } from '../common/Await'
import type { Wish } from '../common/grid/useRows'
import type { TablePage } from './fetching'
import { WholeValue } from './WholeValue'

/** A row of a table with all its values, whole. */
export function TableRowDrawer(props: {
  queryKey: QueryKey
  fetch: (wish: Wish, whole: boolean) => Promise<TablePage>
  row: number | undefined
  onClose: () => void
}) {
  const { t } = useTranslation(['rows', 'common'])
  const { row, fetch } = props
  const whole = useQuery({
    queryKey: [...props.queryKey, 'whole', row],
    queryFn: ({ signal }) => fetch({ limit: 1, offset: row ?? 0, signal }, true),
    enabled: row !== undefined,
    gcTime: 10_000,
  })
  return (
    <Drawer
      opened={row !== undefined}
      onClose={props.onClose}
      position="right"
      size="lg"
      title={t('rows:rowDetails')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Await query={whole}>
        {({ columns, rows }) =>
          rows[0] === undefined ? (
            <Text c="dimmed">{t('rows:rowGone')}</Text>
          ) : (
            <Stack gap={0}>
              {columns.map((column, i) => (
                <Box
                  key={column.name}
                  py="xs"
                  style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
                >
                  <Group gap="xs">
                    <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                      <bdi>{column.name}</bdi>
                    </Text>
                    <Text size="xs" c="dimmed">
                      {typeName(column.type)}
                    </Text>
                  </Group>
                  <WholeValue value={rows[0]?.[i]} />
                </Box>
              ))}
            </Stack>
          )
        }
      </Await>
    </Drawer>
  )
}
