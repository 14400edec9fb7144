import { ActionIcon, Button, Card, Fieldset, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'

type Props<T> = {
  title: string
  hint?: string
  add: string
  remove: (index: number) => string
  values: T[]
  fresh: () => T
  onChange: (values: T[]) => void
  children: (value: T, index: number, change: (value: T) => void) => ReactNode
}

/** Several things of one kind, of which one may add some and take some away. */
export function Several<T>(props: Props<T>) {
  const { values, onChange } = props
  return (
    <Fieldset
      legend={
        props.title && (
          <Text fw={600} span>
            {props.title}
          </Text>
        )
      }
      variant="unstyled"
    >
      <Stack gap="xs">
        {props.hint && (
          <Text size="xs" c="dimmed">
            {props.hint}
          </Text>
        )}
        {values.map((value, index) => (
          <Card key={index} withBorder padding="xs">
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Group gap="xs" align="flex-start" style={{ flex: 1 }} miw={0}>
                {props.children(value, index, (changed) => onChange(values.with(index, changed)))}
              </Group>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={props.remove(index + 1)}
                onClick={() => onChange(values.toSpliced(index, 1))}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          </Card>
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            mih={28}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...values, props.fresh()])}
          >
            {props.add}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}
