import { Badge, Box, Group, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { typeName } from '../common/grid/widths'
import type { ChangedColumn } from './fetching'
import { WholeValue } from './WholeValue'

/** One column of a row: its value as received and, where it is in Silver, as cleaned. */
export function PairOfValues(props: {
  column: ChangedColumn
  before: unknown
  after: unknown
  cleaned: boolean
  changed: boolean
}) {
  const { t } = useTranslation(['rows', 'common'])
  const { column, cleaned } = props
  const pair = cleaned && column.name !== undefined
  return (
    <Box py="xs" style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}>
      <Group gap="xs" mb={4}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          <bdi>{column.name ?? column.source}</bdi>
        </Text>
        {column.name !== undefined && column.name !== column.source && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            <bdi>{column.source}</bdi>
          </Text>
        )}
        {column.type !== undefined && (
          <Text size="xs" c="dimmed">
            {typeName(column.type)}
          </Text>
        )}
        {props.changed && (
          <Badge size="xs" color="yellow" variant="light" c="var(--mantine-color-text)">
            {t('rows:fate.changed')}
          </Badge>
        )}
        {column.masked && (
          <Badge size="xs" color="gray" variant="light" c="var(--mantine-color-text)">
            {t('rows:masked')}
          </Badge>
        )}
      </Group>
      <SimpleGrid cols={pair ? 2 : 1} spacing="md">
        <Side label={t('common:layer.bronze')} value={props.before} />
        {pair && <Side label={t('common:layer.silver')} value={props.after} />}
      </SimpleGrid>
    </Box>
  )
}

function Side({ label, value }: { label: string; value: unknown }) {
  return (
    <Box miw={0}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <WholeValue value={value} />
    </Box>
  )
}
