import { Checkbox, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Pairs } from './Pairs'
import type { StepField as Field } from './steps'
import { dateFormat } from './stepText'

const FORMATS = [
  '%Y-%m-%d',
  '%d/%m/%Y',
  '%m/%d/%Y',
  '%d.%m.%Y',
  '%d-%m-%Y',
  '%Y%m%d',
  '%d %b %Y',
  '%B %d, %Y',
  '%Y-%m-%d %H:%M:%S',
  '%d/%m/%Y %H:%M',
  '%Y-Q%q',
  'epoch_seconds',
  'epoch_milliseconds',
  'excel_serial',
]

interface Props {
  field: Field
  value: unknown
  problems: string[]
  onChange: (value: unknown) => void
}

/** One thing that a step is told, asked for as what it is. */
export function StepField({ field, value, problems, onChange }: Props) {
  const { t } = useTranslation('silver')
  const label = t(`fields.${field.name}` as 'fields.from')
  const error = problems.length > 0 ? problems.join(' ') : undefined
  switch (field.kind) {
    case 'text':
    case 'sign':
      return (
        <TextInput
          label={label}
          error={error}
          value={typeof value === 'string' ? value : ''}
          maxLength={field.kind === 'sign' ? 2 : 2_000}
          w={field.kind === 'sign' ? 120 : undefined}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'texts':
      return (
        <TagsInput
          label={label}
          error={error}
          description={t('fields.textsHint')}
          value={Array.isArray(value) ? (value as string[]) : []}
          splitChars={[]}
          acceptValueOnBlur
          onChange={onChange}
        />
      )
    case 'formats':
      return (
        <TagsInput
          label={label}
          error={error}
          description={t('fields.formatsHint')}
          value={Array.isArray(value) ? (value as string[]) : []}
          data={FORMATS}
          splitChars={[]}
          acceptValueOnBlur
          renderOption={({ option }) => (
            <span>
              {option.value} <small>{dateFormat(option.value)}</small>
            </span>
          )}
          onChange={onChange}
        />
      )
    case 'number':
      return (
        <NumberInput
          label={label}
          error={error}
          value={typeof value === 'number' ? value : ''}
          allowDecimal={false}
          w={160}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      )
    case 'flag':
      return (
        <Checkbox
          label={label}
          error={error}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'pairs':
    case 'factors':
      return (
        <Pairs
          label={label}
          error={error}
          numbers={field.kind === 'factors'}
          value={(value ?? {}) as Record<string, string | number>}
          onChange={onChange}
        />
      )
    case 'sql':
      return (
        <Textarea
          label={label}
          error={error}
          value={typeof value === 'string' ? value : ''}
          autosize
          minRows={2}
          maxRows={12}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
  }
}
