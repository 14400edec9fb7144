import { Alert, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconDatabaseOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Problem } from '../api/problems'
import { AnswerChart } from '../answers/AnswerChart'
import { AnswerTable } from '../answers/AnswerTable'
import { cut, onlyFigure } from '../answers/figures'
import { Freshness } from '../answers/Freshness'
import { Failure } from '../common/Failure'
import { LayerBadge } from '../common/LayerBadge'
import { Loading } from '../common/Loading'
import { usePinnedAnswer, type Pinned } from './usePinned'

/** The answer of a pinned question as the data is now, or that its data has gone. */
export function PinnedAnswer({ question }: { question: Pinned }) {
  const { t } = useTranslation('dashboard')
  const { data: answer, error, refetch } = usePinnedAnswer(question)
  if (error instanceof Problem) {
    return (
      <Alert color="gray" icon={<IconDatabaseOff />} title={t('gone')}>
        {error.message}
      </Alert>
    )
  }
  if (!answer) {
    return error ? (
      <Failure error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading lines={3} height={40} />
    )
  }
  if (answer.status !== 'answered') {
    return (
      <Alert color="gray" icon={<IconDatabaseOff />} title={t('gone')}>
        {answer.sentence}
      </Alert>
    )
  }
  return <Content answer={answer} />
}

function Content({ answer }: { answer: Schemas['Answer'] }) {
  const { t } = useTranslation(['answers', 'dashboard'])
  const figure = onlyFigure(answer.rows, answer.query)
  const table = !figure && !answer.chart && answer.rows && answer.rows.rows.length > 0
  return (
    <Stack gap="xs" style={{ flex: 1 }}>
      {figure && (
        <Text fz={40} fw={650} lh={1.2} style={{ overflowWrap: 'anywhere' }}>
          {figure.text}
        </Text>
      )}
      {answer.chart && (
        <AnswerChart option={answer.chart} question={answer.question} height={240} />
      )}
      {table && answer.rows && (
        <AnswerTable
          rows={answer.rows}
          query={answer.query}
          label={t('tableOf', { question: answer.question })}
        />
      )}
      <Text size="sm" dir="auto" lineClamp={4} style={{ overflowWrap: 'anywhere' }}>
        {cut(answer.sentence)}
      </Text>
      {answer.warnings?.map((warning) => (
        <Group key={warning} gap={6} wrap="nowrap" align="flex-start">
          <IconAlertTriangle size={15} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
          <Text size="xs">{warning}</Text>
        </Group>
      ))}
      <Group gap="xs" mt="auto">
        {answer.layer && <LayerBadge layer={answer.layer} />}
        {answer.freshness && <Freshness freshness={answer.freshness} />}
        {answer.left_out && answer.left_out.rows > 0 && (
          <Text size="xs" c="dimmed">
            {answer.left_out.sentence}
          </Text>
        )}
      </Group>
    </Stack>
  )
}
