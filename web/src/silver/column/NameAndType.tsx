import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../api/problems'
import { typeParts, TYPES, typeText, type Column, type TypeName } from '../draft/recipe'
import { withType } from '../steps/steps'
import type { OnChange } from './ColumnPanel'

interface Props {
  column: Column
  suggested: Column | undefined
  problem: Problem | undefined
  onName: (name: string) => void
  onChange: OnChange
}

/** What the column is called from here on, and what its values are. */
export function NameAndType({ column, suggested, problem, onName, onChange }: Props) {
  const { t } = useTranslation('silver')
  const type = typeParts(column.target_type)
  const error = (field: string) => problem?.at(`/${field}`).join(' ') || undefined
  const known = suggested
    ? [
        suggested,
        ...(suggested.evidence?.alternatives ?? []).map((one) => ({ ...suggested, ...one })),
      ]
    : []
  const put = (name: TypeName, digits: number, decimals: number, field?: string) =>
    field
      ? onChange(
          { target_type: typeText(name, digits, decimals), cleaning: column.cleaning },
          field,
        )
      : onChange(withType(column, typeText(name, digits, decimals), known))
  return (
    <Group align="flex-start" grow preventGrowOverflow={false}>
      <TextInput
        label={t('panel.name')}
        value={column.silver_name ?? ''}
        error={error('silver_name')}
        dir="auto"
        maxLength={200}
        miw={160}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('panel.type')}
        value={type.name}
        error={error('target_type')}
        data={TYPES.map((name) => ({ value: name, label: t(`types.${name}`) }))}
        onChange={(event) => put(event.currentTarget.value as TypeName, type.digits, type.decimals)}
      />
      {type.name === 'DECIMAL' && (
        <Group gap="xs" wrap="nowrap">
          <NumberInput
            label={t('panel.digits')}
            value={type.digits}
            min={1}
            max={38}
            allowDecimal={false}
            onChange={(digits) =>
              typeof digits === 'number' && put('DECIMAL', digits, type.decimals, 'digits')
            }
          />
          <NumberInput
            label={t('panel.decimals')}
            value={type.decimals}
            min={0}
            max={38}
            allowDecimal={false}
            onChange={(decimals) =>
              typeof decimals === 'number' && put('DECIMAL', type.digits, decimals, 'decimals')
            }
          />
        </Group>
      )}
    </Group>
  )
}
