import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criterion } from './address'

const WAYS = ['containing', 'equal', 'between', 'missing', 'present'] as const

type Way = (typeof WAYS)[number]

/** What is looked for in one column. */
export function FilterForm(props: {
  column: string
  now: Criterion | undefined
  onFilter: (criterion: Criterion) => void
}) {
  const { t } = useTranslation('rows')
  const [way, setWay] = useState<Way>(props.now?.is ?? 'containing')
  const [value, setValue] = useState(props.now?.value ?? '')
  const [from, setFrom] = useState(props.now?.from ?? '')
  const [to, setTo] = useState(props.now?.to ?? '')
  const { column } = props
  const needsValue = way === 'containing' || way === 'equal'
  const ready = needsValue ? value !== '' : way !== 'between' || from !== '' || to !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    if (needsValue) props.onFilter({ is: way, column, value })
    else if (way !== 'between') props.onFilter({ is: way, column })
    else
      props.onFilter({
        is: way,
        column,
        ...(from === '' ? {} : { from: from.trim() }),
        ...(to === '' ? {} : { to: to.trim() }),
      })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <NativeSelect
          label={t('lookFor')}
          data={WAYS.map((one) => ({ value: one, label: t(`way.${one}`) }))}
          value={way}
          onChange={(event) => setWay(event.currentTarget.value as Way)}
        />
        {needsValue && (
          <TextInput
            aria-label={t('value')}
            placeholder={t('value')}
            value={value}
            dir="auto"
            data-autofocus
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
        {way === 'between' && (
          <Group gap="xs" grow>
            <TextInput
              label={t('from')}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              label={t('to')}
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </Group>
        )}
        <Button type="submit" size="xs" disabled={!ready}>
          {t('look')}
        </Button>
      </Stack>
    </form>
  )
}
