import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Query } from './tables'

/** What a query has that the form has no fields for: it stays, or is taken away. */
export function Kept({ query, onChange }: { query: Query; onChange: (query: Query) => void }) {
  const { t } = useTranslation('gold')
  const { calculations = [], segment } = query
  return (
    <Stack gap={4}>
      {calculations.map((calculation, index) => (
        <One
          key={index}
          words={t('form.calculation', {
            name: calculation.name,
            what: calculation.calculation.replaceAll('_', ' '),
          })}
          onRemove={() => onChange({ ...query, calculations: calculations.toSpliced(index, 1) })}
        />
      ))}
      {segment && (
        <One
          words={t('form.segment', {
            name: segment.name,
            bands: [...segment.bands.map((band) => band.label), segment.otherwise].join(', '),
          })}
          onRemove={() => {
            const rest = { ...query }
            delete rest.segment
            onChange(rest)
          }}
        />
      )}
    </Stack>
  )
}

function One({ words, onRemove }: { words: string; onRemove: () => void }) {
  const { t } = useTranslation('gold')
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {words}
      </Text>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('form.removeKept', { what: words })}
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </Group>
  )
}
