import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Choices } from './Choices'
import type { Answer } from './conversation'

/** What the question was taken to mean, to agree with or to ask otherwise. */
export function Interpretation(props: {
  answer: Answer
  onEdit: () => void
  onAsk: (question: string) => void
}) {
  const { answer, onEdit, onAsk } = props
  const { t } = useTranslation(['ask', 'answers'])
  const others = [...(answer.alternatives ?? []), ...(answer.choices ?? [])]
  return (
    <Stack gap="xs">
      {answer.interpretation && answer.interpretation.length > 0 && (
        <Group gap="xs" justify="space-between" align="flex-start" wrap="nowrap">
          <Text size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            <Text span c="dimmed" inherit>
              {t('answers:interpretation')}:
            </Text>{' '}
            {answer.interpretation.join(' · ')}
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            style={{ flex: 'none' }}
            leftSection={<IconPencil size={14} />}
            onClick={onEdit}
          >
            {t('notMeant')}
          </Button>
        </Group>
      )}
      {others.length > 0 && (
        <Choices label={t('otherReadings')} questions={others} quiet onAsk={onAsk} />
      )}
    </Stack>
  )
}
