import { Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Choices } from './Choices'
import type { Answer, Turn } from './conversation'
import { Suggestions } from './Suggestions'

/** A question that must be settled first, or that was not understood: what one may ask instead. */
export function Unanswered(props: {
  answer: Answer
  request: Turn['request']
  onAsk: (question: string, source?: string) => void
}) {
  const { answer, request, onAsk } = props
  const { t } = useTranslation('ask')
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
        {answer.choices && (
          <Choices
            label={t('choose')}
            questions={answer.choices}
            onAsk={(choice) => onAsk(choice, request.source)}
          />
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
