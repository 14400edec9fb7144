import { Alert, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { hasEnded, type Schemas } from '../api/api'
import { ReasonText } from './ReasonText'

/** What came of putting a value right or of taking it back. */
export function Outcome(props: { mended: Schemas['Mended']; build: Schemas['Build'] | undefined }) {
  const { t } = useTranslation('rejects')
  const { mended, build } = props
  const look =
    mended.accepted === undefined
      ? { color: 'gray', icon: <IconClock />, title: t('buildTells') }
      : mended.accepted
        ? { color: 'green', icon: <IconCircleCheck />, title: t('accepted') }
        : { color: 'red', icon: <IconCircleX />, title: t('stillRejected') }
  return (
    <Alert role="status" color={look.color} icon={look.icon} title={look.title}>
      <Stack gap={4}>
        <Text size="sm">{t('inRows', { count: mended.override.rows })}</Text>
        {mended.reasons.map((reason) => (
          <Text key={reason} size="sm">
            <ReasonText reason={reason} />
          </Text>
        ))}
        {mended.build && (
          <Text size="sm" aria-live="polite">
            {t(
              build && hasEnded(build)
                ? build.status === 'ready'
                  ? 'rebuilt'
                  : 'notRebuilt'
                : 'rebuilding',
            )}
          </Text>
        )}
      </Stack>
    </Alert>
  )
}
