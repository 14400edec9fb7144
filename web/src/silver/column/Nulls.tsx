import { Group, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../api/problems'
import type { Column } from '../draft/recipe'
import type { OnChange } from './ColumnPanel'

const STRATEGIES = ['KEEP_NULL', 'DROP_ROW', 'FILL_DEFAULT', 'FILL_UNKNOWN', 'FILL_ZERO'] as const
type Strategy = (typeof STRATEGIES)[number]

interface Props {
  column: Column
  problem: Problem | undefined
  onChange: OnChange
}

/** What becomes of a row whose value is missing. */
export function Nulls({ column, problem, onChange }: Props) {
  const { t } = useTranslation('silver')
  const strategy = column.null_strategy ?? 'KEEP_NULL'
  return (
    <Group align="flex-start" grow>
      <NativeSelect
        label={t('panel.nulls')}
        value={strategy}
        error={problem?.at('/null_strategy').join(' ') || undefined}
        data={STRATEGIES.map((value) => ({ value, label: t(`nulls.${value}`) }))}
        onChange={(event) => {
          const value = event.currentTarget.value as Strategy
          onChange({
            null_strategy: value,
            default_value: value === 'FILL_DEFAULT' ? (column.default_value ?? '') : undefined,
          })
        }}
      />
      {strategy === 'FILL_DEFAULT' && (
        <TextInput
          label={t('panel.default')}
          value={column.default_value ?? ''}
          error={problem?.at('/default_value').join(' ') || undefined}
          dir="auto"
          onChange={(event) =>
            onChange({ default_value: event.currentTarget.value }, 'default_value')
          }
        />
      )}
    </Group>
  )
}
