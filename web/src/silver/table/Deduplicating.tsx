import { MultiSelect, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import type { Problem } from '../../api/problems'
import { count } from '../../common/format'
import { Winners } from './Winners'

type Deduplication = Schemas['Deduplication']
const STRATEGIES = ['NONE', 'REMOVE_EXACT', 'KEEP_LATEST', 'KEEP_FIRST'] as const
type Strategy = (typeof STRATEGIES)[number]

interface Props {
  value: Deduplication | undefined
  names: string[]
  preview: Schemas['BuildPreview'] | undefined
  problem: Problem | undefined
  onChange: (value: Deduplication | undefined, field?: string) => void
}

/** Which of several rows about the same thing stays. */
export function Deduplicating({ value, names, preview, problem, onChange }: Props) {
  const { t } = useTranslation('silver')
  const strategy: Strategy = value ? (value.strategy ?? 'REMOVE_EXACT') : 'NONE'
  const error = (pointer: string) => problem?.at(pointer).join(' ') || undefined
  const duplicates = preview?.ledger?.duplicates
  const keys = value?.key_columns ?? []
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="deduplication">
      <Stack gap="sm">
        <Title order={3} size="h5" id="deduplication">
          {t('deduplication.title')}
        </Title>
        <NativeSelect
          label={t('deduplication.strategy')}
          value={strategy}
          error={error('/deduplication/strategy')}
          data={STRATEGIES.map((one) => ({ value: one, label: t(`deduplication.${one}`) }))}
          onChange={(event) =>
            onChange({ ...value, strategy: event.currentTarget.value as Strategy })
          }
        />
        {strategy !== 'NONE' && (
          <MultiSelect
            label={t('deduplication.keys')}
            description={t('deduplication.keysHint')}
            value={keys}
            error={error('/deduplication/key_columns')}
            data={[...new Set([...names, ...keys])]}
            searchable
            limit={50}
            hidePickedOptions
            onChange={(key_columns) => onChange({ ...value, strategy, key_columns })}
          />
        )}
        {(strategy === 'KEEP_LATEST' || strategy === 'KEEP_FIRST') && (
          <TextInput
            label={t('deduplication.order')}
            description={t('deduplication.orderHint')}
            value={value?.order_by ?? ''}
            error={error('/deduplication/order_by')}
            spellCheck={false}
            onChange={(event) =>
              onChange(
                { ...value, strategy, order_by: event.currentTarget.value || undefined },
                'order_by',
              )
            }
          />
        )}
        {duplicates !== undefined && (
          <Text size="sm" aria-live="polite">
            {t('deduplication.removed', { count: duplicates, rows: count(duplicates) })}
          </Text>
        )}
        {preview && <Winners preview={preview} />}
      </Stack>
    </Paper>
  )
}
