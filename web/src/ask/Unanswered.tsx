import { Anchor, Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Choices } from './Choices'
import type { Answer, Turn } from './conversation'
import { Suggestions } from './Suggestions'

/** How a choice begins that is no question, but a relationship to confirm: that is done on its own page. */
const CONFIRM = 'assay relationships '

/** A question that must be settled first, or that was not understood: what one may ask instead. */
export function Unanswered(props: {
  answer: Answer
  request: Turn['request']
  onAsk: (question: string, source?: string) => void
}) {
  const { answer, request, onAsk } = props
  const { t } = useTranslation('ask')
  const choices = answer.choices ?? []
  const questions = choices.filter((choice) => !choice.startsWith(CONFIRM))
  const unclear = answer.status === 'not_understood'
  return (
    <Paper withBorder p="md" radius="md">
      <Stack gap="sm">
        <Text fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {answer.sentence}
        </Text>
        {answer.warnings?.map((warning) => (
          <Text key={warning} size="sm" c="dimmed" dir="auto">
            {warning}
          </Text>
        ))}
        {questions.length > 0 && (
          <Choices
            label={t('choose')}
            questions={questions}
            onAsk={(choice) => onAsk(choice, request.source)}
          />
        )}
        {questions.length < choices.length && (
          <Anchor component={Link} to="/relationships" size="sm">
            {t('toRelationships')}
          </Anchor>
        )}
        {unclear && (
          <>
            <Text size="sm">{t('whatItCan')}</Text>
            <Suggestions source={request.source} title={t('forExample')} onAsk={onAsk} />
          </>
        )}
      </Stack>
    </Paper>
  )
}
