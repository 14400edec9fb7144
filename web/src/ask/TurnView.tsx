import { Alert, Button, Group, Loader, Text } from '@mantine/core'
import { IconAlertTriangle, IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { AnswerCard } from './AnswerCard'
import type { Turn } from './conversation'
import styles from './TurnView.module.css'
import { Unanswered } from './Unanswered'

/** A question and what came of it. */
export function TurnView(props: {
  turn: Turn
  newest: boolean
  onAsk: (question: string, source?: string) => void
  onEdit: (question: string) => void
  onAgain: () => void
  onStop: () => void
  onProof: (proof: Pick<Schemas['Answer'], 'verification' | 'left_out'>) => void
}) {
  const { turn, newest } = props
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (newest) place.current?.scrollIntoView({ block: 'start' })
  }, [newest, turn.state.kind])
  return (
    <li ref={place} className={styles.turn}>
      <div className={styles.question}>
        <Text dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {turn.request.question}
        </Text>
        {turn.request.source && (
          <Text size="xs" c="dimmed">
            {turn.request.source}
          </Text>
        )}
      </div>
      <Outcome {...props} />
    </li>
  )
}

function Outcome({
  turn,
  onAsk,
  onEdit,
  onAgain,
  onStop,
  onProof,
}: Parameters<typeof TurnView>[0]) {
  const { t } = useTranslation(['ask', 'common'])
  const again = (
    <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={onAgain}>
      {t('again')}
    </Button>
  )
  switch (turn.state.kind) {
    case 'asking':
      return (
        <Group gap="sm" role="status">
          <Loader size="sm" />
          <Text c="dimmed">{t('asking')}</Text>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerStop size={14} />}
            onClick={onStop}
          >
            {t('stop')}
          </Button>
        </Group>
      )
    case 'stopped':
      return (
        <Group gap="sm">
          <Text c="dimmed">{t('stopped')}</Text>
          {again}
        </Group>
      )
    case 'failed':
      return (
        <Alert
          role="alert"
          color="red"
          icon={<IconAlertTriangle />}
          title={turn.state.message}
          style={{ overflowWrap: 'anywhere' }}
        >
          {again}
        </Alert>
      )
    case 'answered':
      return turn.state.answer.status === 'answered' ? (
        <AnswerCard
          answer={turn.state.answer}
          request={turn.request}
          onAsk={onAsk}
          onEdit={onEdit}
          onProof={onProof}
        />
      ) : (
        <Unanswered answer={turn.state.answer} request={turn.request} onAsk={onAsk} />
      )
  }
}
