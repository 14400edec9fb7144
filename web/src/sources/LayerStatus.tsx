import { Group, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClockExclamation,
  IconLoader2,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'

const ICONS = {
  pending: IconCircleDashed,
  building: IconLoader2,
  ready: IconCircleCheck,
  stale: IconClockExclamation,
  error: IconAlertTriangle,
}

/** What became of the latest attempt, by sign and word. */
export function LayerStatus({ status }: { status: Schemas['LayerStatus'] }) {
  const { t } = useTranslation('common')
  const Icon = ICONS[status]
  return (
    <Group gap={6} wrap="nowrap">
      <Icon
        size={18}
        aria-hidden
        color={status === 'error' ? 'var(--mantine-color-error)' : 'currentColor'}
      />
      <Text size="sm" fw={550}>
        {t(`status.${status}`)}
      </Text>
    </Group>
  )
}
