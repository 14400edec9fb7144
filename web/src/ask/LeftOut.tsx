import { Anchor, Group, Text } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSourceOf } from '../answers/sources'
import { count } from '../common/format'
import { useReasons } from '../rejects/queries'
import { ReasonText } from '../rejects/ReasonText'
import type { Answer } from './conversation'

const MOST_REASONS = 4

/** The refused rows that may belong to an answer, how far they could move it, and where they are. */
export function LeftOut({ answer }: { answer: Answer }) {
  const { t } = useTranslation('ask')
  const source = useSourceOf(answer)
  const left = answer.left_out
  const reasons = useReasons(
    source ?? '',
    left !== undefined && left.rows > 0 && source !== undefined,
  )
  if (!left) {
    return answer.excluded_rows ? (
      <Text size="sm" c="dimmed">
        {t('excluded', { count: answer.excluded_rows, rows: count(answer.excluded_rows) })}
      </Text>
    ) : null
  }
  const rejects = `/sources/${encodeURIComponent(source ?? '')}/rejects`
  return (
    <Group gap={6} align="flex-start" wrap="nowrap">
      <IconFilterOff size={18} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <Text size="sm" component="div">
        <span dir="auto">{left.sentence}</span>{' '}
        {source && left.rows > 0 && (
          <>
            <Anchor component={Link} to={rejects} inherit underline="always">
              {t('seeLeftOut')}
            </Anchor>
            {(reasons.data ?? []).slice(0, MOST_REASONS).map((one) => (
              <span key={one.reason}>
                {' · '}
                <Anchor
                  component={Link}
                  to={`${rejects}?reason=${encodeURIComponent(one.reason)}`}
                  inherit
                  underline="always"
                >
                  <ReasonText reason={one.reason} /> ({count(one.rows)})
                </Anchor>
              </span>
            ))}
          </>
        )}
      </Text>
    </Group>
  )
}
