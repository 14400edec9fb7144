import { Group, NativeSelect, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import type { Problem } from '../../api/problems'
import type { Column } from '../draft/recipe'
import type { OnChange } from './ColumnPanel'

type Mask = Schemas['Mask']
const WAYS = ['none', 'hash', 'redact', 'keep_part'] as const
type Way = (typeof WAYS)[number]

const MASKS: Record<Way, Mask | undefined> = {
  none: undefined,
  hash: { how: 'hash' },
  redact: { how: 'redact' },
  keep_part: { how: 'keep_part', first: 0, last: 4 },
}

interface Props {
  column: Column
  problem: Problem | undefined
  onChange: OnChange
}

/** How personal values are hidden wherever they are shown. */
export function MaskChoice({ column, problem, onChange }: Props) {
  const { t } = useTranslation('silver')
  const mask = column.mask ?? undefined
  return (
    <Group align="flex-start" grow>
      <NativeSelect
        label={t('panel.mask')}
        value={mask?.how ?? 'none'}
        error={problem?.at('/mask').join(' ') || undefined}
        data={WAYS.map((value) => ({ value, label: t(`masks.${value}`) }))}
        onChange={(event) => onChange({ mask: MASKS[event.currentTarget.value as Way] })}
      />
      {mask?.how === 'keep_part' &&
        (['first', 'last'] as const).map((end) => (
          <NumberInput
            key={end}
            label={t(`panel.${end}`)}
            value={mask[end] ?? 0}
            min={0}
            max={50}
            allowDecimal={false}
            onChange={(signs) =>
              typeof signs === 'number' &&
              onChange({ mask: { ...mask, [end]: signs } }, `mask/${end}`)
            }
          />
        ))}
    </Group>
  )
}
