import { Button, Group, Stack, Text } from '@mantine/core'
import { useId } from 'react'

/** Questions, each asked by pressing it. */
export function Choices(props: {
  label: string
  questions: string[]
  quiet?: boolean
  onAsk: (question: string) => void
}) {
  const { label, questions, quiet, onAsk } = props
  const id = useId()
  return (
    <Stack gap={6}>
      <Text id={id} size="sm" c="dimmed">
        {label}
      </Text>
      <Group gap="xs" role="group" aria-labelledby={id}>
        {questions.map((question) => (
          <Button
            key={question}
            size={quiet ? 'xs' : 'sm'}
            variant={quiet ? 'default' : 'light'}
            radius="xl"
            h="auto"
            mih={quiet ? 28 : 34}
            py={4}
            maw="100%"
            styles={{ label: { whiteSpace: 'normal', overflowWrap: 'anywhere' } }}
            onClick={() => onAsk(question)}
          >
            <span dir="auto">{question}</span>
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
