import { Alert, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconClock, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { hasEnded, type Schemas } from '../api/api'
import { ReasonText } from './ReasonText'
import { verdictOf, type Verdict } from './verdict'

/** What came of putting a value right or of taking it back. */
export function Outcome(props: {
  mended: Schemas['Mended']
  build: Schemas['Build'] | undefined
  verdict?: Verdict
  reasons?: string[]
}) {
  const { t } = useTranslation('rejects')
  const { mended, build } = props
  const { verdict = verdictOf(mended), reasons = mended.reasons } = props
  const look = {
    open: { color: 'gray', icon: <IconClock />, title: t('buildTells') },
    accepted: { color: 'green', icon: <IconCircleCheck />, title: t('accepted') },
    copy: { color: 'gray', icon: <IconCopy />, title: t('nowCopy') },
    left: { color: 'red', icon: <IconCircleX />, title: t('stillRejected') },
  }[verdict]
  return (
    <Alert role="status" color={look.color} icon={look.icon} title={look.title}>
      <Stack gap={4}>
        <Text size="sm">{t('inRows', { count: mended.override.rows })}</Text>
        {reasons.map((reason) => (
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
