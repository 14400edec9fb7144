import { Button, Card, Group, Radio, Stack, Text, Title } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { useSaid } from '../silver/said/useSaid'
import type { Actions } from './actions'

/** What only a person can settle, answered in place. */
export function OpenQuestions(props: { questions: Schemas['Question'][]; actions: Actions }) {
  const { t } = useTranslation('sources')
  const { questions } = props
  return (
    <Card withBorder component="section" aria-labelledby="open-questions" padding="lg">
      <Group gap="xs" wrap="nowrap">
        <IconHelpCircle aria-hidden style={{ flexShrink: 0 }} />
        <Title order={3} size="h4" id="open-questions">
          {t('asked.title', { count: questions.length })}
        </Title>
      </Group>
      <Text size="sm" c="dimmed" mb="md">
        {t('asked.hint')}
      </Text>
      <Stack gap="lg">
        {questions.map((question) => (
          <OneQuestion key={question.column} question={question} actions={props.actions} />
        ))}
      </Stack>
    </Card>
  )
}

function OneQuestion({ question, actions }: { question: Schemas['Question']; actions: Actions }) {
  const { t } = useTranslation('sources')
  const said = useSaid()
  const [choice, setChoice] = useState<string | null>(null)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (choice !== null) actions.answer(question.column, choice)
      }}
    >
      <Radio.Group
        value={choice}
        onChange={setChoice}
        label={
          <Text span fw={650} dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {question.column}
          </Text>
        }
        description={<span {...said.question(question)} />}
        styles={{
          description: {
            color: 'var(--mantine-color-text)',
            fontSize: 'var(--mantine-font-size-sm)',
            maxWidth: 760,
            lineHeight: 'var(--mantine-line-height-sm)',
          },
        }}
      >
        <Group mt="sm" gap="md" align="center">
          {question.choices.map((one) => (
            <Radio key={one} value={one} label={said.choice(one)} />
          ))}
          <Button type="submit" size="xs" disabled={choice === null} loading={actions.pending}>
            {t('asked.answer')}
          </Button>
        </Group>
      </Radio.Group>
    </form>
  )
}
