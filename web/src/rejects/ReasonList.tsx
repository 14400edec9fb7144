import { Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count } from '../common/format'
import { ReasonText } from './ReasonText'
import styles from './rejects.module.css'

/** The reasons, most frequent first, each with its rows to scale. */
export function ReasonList(props: {
  reasons: Schemas['ReasonCount'][]
  reason: string | undefined
  onChoose: (reason: string | undefined) => void
}) {
  const { t } = useTranslation('rejects')
  const most = Math.max(...props.reasons.map((one) => one.rows), 1)
  return (
    <Stack gap={4} role="group" aria-label={t('reasons')}>
      <UnstyledButton
        className={styles.reason}
        aria-pressed={props.reason === undefined}
        onClick={() => props.onChoose(undefined)}
      >
        <Text size="sm">{t('anyReason')}</Text>
      </UnstyledButton>
      {props.reasons.map((one) => (
        <UnstyledButton
          key={one.reason}
          className={styles.reason}
          aria-pressed={props.reason === one.reason}
          onClick={() => props.onChoose(one.reason)}
        >
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              <ReasonText reason={one.reason} />
            </Text>
            <Text size="sm" fw={600}>
              {count(one.rows)}
            </Text>
          </Group>
          <div className={styles.bar} style={{ width: `${(100 * one.rows) / most}%` }} />
        </UnstyledButton>
      ))}
      <Text size="xs" c="dimmed" px="sm">
        {t('severalReasons')}
      </Text>
    </Stack>
  )
}
