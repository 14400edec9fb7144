import { Alert, Badge, Group, List, Paper, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { AnswerChart } from '../answers/AnswerChart'
import { AnswerTable } from '../answers/AnswerTable'
import { cut, onlyFigure } from '../answers/figures'
import { Freshness } from '../answers/Freshness'
import { LayerBadge } from '../common/LayerBadge'
import { Actions } from './Actions'
import { Choices } from './Choices'
import { Confidence } from './Confidence'
import type { Answer, Turn } from './conversation'
import { Details } from './Details'
import { Interpretation } from './Interpretation'
import { LeftOut } from './LeftOut'
import { StillOpen } from './StillOpen'
import { Verification } from './Verification'

/** An answer with its proof, and what may be asked next. */
export function AnswerCard(props: {
  answer: Answer
  request: Turn['request']
  onAsk: (question: string, source?: string) => void
  onEdit: (question: string) => void
  onProof: (proof: Pick<Schemas['Answer'], 'verification' | 'left_out'>) => void
}) {
  const { answer, request, onAsk, onEdit, onProof } = props
  const { t } = useTranslation(['ask', 'answers', 'common'])
  const figure = onlyFigure(answer.rows, answer.query)
  const next = (question: string) => onAsk(question, request.source)
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'lg' }} radius="md" component="article">
      <Stack gap="md">
        <Stack gap={6}>
          <Text fw={600} size="lg" dir="auto" style={{ overflowWrap: 'anywhere' }} lineClamp={8}>
            {cut(answer.sentence)}
          </Text>
          <Group gap="xs">
            {answer.layer && <LayerBadge layer={answer.layer} />}
            {answer.confidence && <Confidence confidence={answer.confidence} />}
            {answer.author === 'MODEL' && (
              <Badge variant="outline" color="gray">
                {t('answers:author.MODEL')}
              </Badge>
            )}
            {answer.freshness && <Freshness freshness={answer.freshness} />}
          </Group>
          {answer.reason && answer.layer && (
            <Text size="sm" c="dimmed" dir="auto">
              {t(`from.${answer.layer}`, { reason: midSentence(answer.reason) })}
            </Text>
          )}
        </Stack>
        {answer.warnings && answer.warnings.length > 0 && (
          <Alert
            variant="default"
            icon={<IconAlertTriangle color="var(--mantine-color-yellow-7)" />}
            title={t('answers:warnings')}
          >
            <List size="sm">
              {answer.warnings.map((warning) => (
                <List.Item key={warning}>{warning}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <StillOpen answer={answer} />
        {figure && (
          <Text fz={40} fw={650} lh={1.1} style={{ overflowWrap: 'anywhere' }} title={figure.name}>
            {figure.text}
          </Text>
        )}
        {answer.chart && <AnswerChart option={answer.chart} question={answer.question} />}
        {answer.rows && !figure && answer.rows.rows.length > 0 && (
          <AnswerTable
            rows={answer.rows}
            query={answer.query}
            label={t('answers:tableOf', { question: answer.question })}
          />
        )}
        <Interpretation answer={answer} onEdit={() => onEdit(request.question)} onAsk={next} />
        <LeftOut answer={answer} />
        <Verification answer={answer} request={request} onProof={onProof} />
        <Details answer={answer} />
        <Actions answer={answer} request={request} />
        {answer.follow_ups && answer.follow_ups.length > 0 && (
          <Choices label={t('next')} questions={answer.follow_ups} quiet onAsk={next} />
        )}
      </Stack>
    </Paper>
  )
}

/** A sentence as it goes on after "because". */
const midSentence = (sentence: string) =>
  /^[A-Z][a-z ]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence
