import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core'
import { IconArrowRight, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Pair = [written: string, becomes: string]

interface Props {
  label: string
  error?: string
  /** What a text becomes is a number. */
  numbers: boolean
  value: Record<string, string | number>
  onChange: (value: Record<string, string | number>) => void
}

const MOST = 100

/** Which text becomes which: a line for each. */
export function Pairs({ label, error, numbers, value, onChange }: Props) {
  const { t } = useTranslation('silver')
  const [pairs, setPairs] = useState<Pair[]>(() =>
    Object.entries(value).map(([written, becomes]) => [written, String(becomes)]),
  )
  const put = (next: Pair[]) => {
    setPairs(next)
    const told = next.filter(([written]) => written !== '')
    onChange(
      Object.fromEntries(
        told.map(([written, becomes]) => [written, numbers ? Number(becomes) : becomes]),
      ),
    )
  }
  const set = (at: number, pair: Pair) =>
    put(pairs.map((old, index) => (index === at ? pair : old)))
  return (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <Stack gap={4} mah={280} style={{ overflow: 'auto' }}>
        {pairs.slice(0, MOST).map(([written, becomes], index) => (
          <Group key={index} gap={6} wrap="nowrap">
            <TextInput
              size="xs"
              flex={1}
              dir="auto"
              value={written}
              aria-label={t('fields.written', { number: index + 1 })}
              onChange={(event) => set(index, [event.currentTarget.value, becomes])}
            />
            <IconArrowRight size={14} aria-hidden />
            <TextInput
              size="xs"
              flex={1}
              dir="auto"
              value={becomes}
              aria-label={t('fields.becomes', { number: index + 1 })}
              onChange={(event) => set(index, [written, event.currentTarget.value])}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('fields.removePair', { number: index + 1 })}
              onClick={() => put(pairs.filter((_, at) => at !== index))}
            >
              <IconX size={14} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <Button
        mt={6}
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={12} />}
        onClick={() => setPairs([...pairs, ['', numbers ? '1000' : '']])}
      >
        {t('fields.addPair')}
      </Button>
    </Input.Wrapper>
  )
}
