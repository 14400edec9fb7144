import { Accordion, Badge, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count } from '../common/format'
import { found, standing, type Standing } from './model'

const FEW = 40

type Part = { name: string; column?: string; author?: Schemas['Author'] }

type Props<T extends Part> = {
  title: string
  hint: string
  add: string
  parts: T[]
  known: T[]
  fresh: () => T
  /** What it is, in a few words beside its name. */
  about: (part: T) => string
  problems: (index: number) => string[]
  onChange: (parts: T[]) => void
  children: (part: T, index: number, change: (part: T) => void) => ReactNode
}

/** Parts of a model as a list, each opened to be edited; of very many the first, and a search. */
export function Parts<T extends Part>(props: Props<T>) {
  const { t } = useTranslation('semantic')
  const [sought, setSought] = useState('')
  const [most, setMost] = useState(FEW)
  const [open, setOpen] = useState<string | null>(null)
  const { parts, onChange } = props
  const all = found(parts, sought)
  return (
    <Stack gap="sm" component="section" aria-label={props.title}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={3}>{props.title}</Title>
          <Text size="sm" c="dimmed">
            {props.hint}
          </Text>
        </div>
        {parts.length > 8 && (
          <TextInput
            type="search"
            size="xs"
            placeholder={t('search')}
            aria-label={t('searchIn', { title: props.title })}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        )}
      </Group>
      <Accordion variant="separated" value={open} onChange={setOpen} order={4}>
        {all.slice(0, most).map(({ one, index }) => (
          <Accordion.Item key={index} value={String(index)}>
            <Accordion.Control>
              <Summary
                name={one.name}
                about={props.about(one)}
                standing={standing(one, props.known[index])}
                problems={props.problems(index)}
              />
            </Accordion.Control>
            <Accordion.Panel>
              {open === String(index) && (
                <Stack gap="sm">
                  {props.children(one, index, (changed) => onChange(parts.with(index, changed)))}
                  <Group justify="flex-end">
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => {
                        setOpen(null)
                        onChange(parts.toSpliced(index, 1))
                      }}
                    >
                      {t('leaveOut')}
                    </Button>
                  </Group>
                </Stack>
              )}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <Group>
        {all.length > most && (
          <Button size="xs" variant="default" onClick={() => setMost(most * 4)}>
            {t('more', { rest: count(all.length - most) })}
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            setSought('')
            setMost(Math.max(most, parts.length + 1))
            setOpen(String(parts.length))
            onChange([...parts, props.fresh()])
          }}
        >
          {props.add}
        </Button>
      </Group>
    </Stack>
  )
}

type SummaryProps = { name: string; about: string; standing: Standing; problems: string[] }

function Summary({ name, about, standing: how, problems }: SummaryProps) {
  const { t } = useTranslation('semantic')
  return (
    <Group gap="xs" pr="sm" wrap="nowrap">
      <Group gap="xs" style={{ flex: 1, minWidth: 0 }}>
        <Text fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {name.slice(0, 200) || '…'}
        </Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {about.slice(0, 300)}
        </Text>
      </Group>
      {problems.length > 0 && (
        <Badge color="red" variant="light" tt="none" c="var(--mantine-color-text)" flex="none">
          {t('mend')}
        </Badge>
      )}
      <Badge
        color={how === 'inferred' ? 'gray' : how === 'edited' ? 'ink' : 'yellow'}
        variant="light"
        tt="none"
        c="var(--mantine-color-text)"
        flex="none"
      >
        {t(`standing.${how}`)}
      </Badge>
    </Group>
  )
}
