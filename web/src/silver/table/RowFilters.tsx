import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import type { Problem } from '../../api/problems'
import { count } from '../../common/format'
import { useSaid } from '../said/useSaid'

type Filter = Schemas['RowFilter']

interface Props {
  filters: Filter[]
  names: string[]
  counts: Record<string, number>
  problem: Problem | undefined
  onChange: (filters: Filter[], field?: string) => void
}

/** Rows that are left out on purpose, counted apart from those that are refused. */
export function RowFilters({ filters, names, counts, problem, onChange }: Props) {
  const { t } = useTranslation('silver')
  const said = useSaid()
  const set = (at: number, change: Partial<Filter>) =>
    onChange(
      filters.map((filter, index) => (index === at ? { ...filter, ...change } : filter)),
      `filters/${at}/${Object.keys(change).join()}`,
    )
  const error = (at: number, field: string) =>
    problem?.at(`/filters/${at}/${field}`).join(' ') || undefined
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="filters">
      <Stack gap="sm">
        <Title order={3} size="h5" id="filters">
          {t('filters.title')}
        </Title>
        {filters.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('filters.none')}
          </Text>
        )}
        {filters.map((filter, index) => (
          <Stack key={index} gap={6} role="group" aria-label={filter.name}>
            <Group align="flex-end" gap="xs" wrap="wrap">
              <TextInput
                label={t('filters.name')}
                value={filter.name}
                error={error(index, 'name')}
                w={130}
                onChange={(event) => set(index, { name: event.currentTarget.value })}
              />
              <NativeSelect
                label={t('filters.column')}
                value={filter.column}
                error={error(index, 'column')}
                data={[...new Set([filter.column, ...names])]}
                onChange={(event) => set(index, { column: event.currentTarget.value })}
              />
              <TextInput
                label={t('filters.keep')}
                value={filter.keep}
                error={error(index, 'keep')}
                flex={1}
                miw={150}
                spellCheck={false}
                onChange={(event) => set(index, { keep: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('filters.remove', { name: filter.name })}
                onClick={() => onChange(filters.filter((_, at) => at !== index))}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
            <Group gap="md">
              <Checkbox
                size="xs"
                label={t('filters.asReceived')}
                checked={filter.as_received ?? false}
                onChange={(event) => set(index, { as_received: event.currentTarget.checked })}
              />
              {counts[filter.name] !== undefined && (
                <Text size="sm">
                  {t('filters.rows', {
                    count: counts[filter.name],
                    rows: count(counts[filter.name] ?? 0),
                  })}
                </Text>
              )}
            </Group>
            {filter.because && <Text size="xs" c="dimmed" {...said.filter(filter)} />}
          </Stack>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconPlus size={14} />}
          disabled={names.length === 0}
          onClick={() =>
            onChange([
              ...filters,
              {
                name: `filter_${filters.length + 1}`,
                column: names[0] as string,
                keep: 'NOT NULL',
              },
            ])
          }
        >
          {t('filters.add')}
        </Button>
      </Stack>
    </Paper>
  )
}
