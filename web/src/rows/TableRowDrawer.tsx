import { Box, Group, Stack, Text } from '@mantine/core'
import type { QueryKey } from '@tanstack/react-query'
import type { Wish } from '../common/grid/useRows'
import { typeName } from '../common/grid/widths'
import type { TablePage } from './fetching'
import { RowDrawer } from './RowDrawer'
import { WholeValue } from './WholeValue'

/** A row of a table with all its values, whole. */
export function TableRowDrawer(props: {
  queryKey: QueryKey
  fetch: (wish: Wish, whole: boolean) => Promise<TablePage>
  row: number | undefined
  onClose: () => void
}) {
  return (
    <RowDrawer {...props}>
      {(row: unknown[], { columns }) => (
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
              <WholeValue value={row[i]} />
            </Box>
          ))}
        </Stack>
      )}
    </RowDrawer>
  )
}
