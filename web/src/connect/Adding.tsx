import { Alert, Anchor, List, Progress, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Failure } from '../common/Failure'
import { useTold } from '../said/useTold'
import type { useAdding } from './useAdding'

/** How far adding tables is, and what came of it. */
export function Adding({ adding }: { adding: ReturnType<typeof useAdding> }) {
  const { t } = useTranslation('connect')
  const told = useTold()
  const { over, count, isPending, done, error } = adding
  if (isPending) {
    return (
      <div role="status">
        <Progress
          value={count === 0 ? 0 : (100 * over) / count}
          animated
          aria-label={t('adding', { over, count })}
        />
        <Text size="sm" mt={4}>
          {t('adding', { over, count })}
        </Text>
      </div>
    )
  }
  if (error) return <Failure error={error} />
  if (!done) return null
  return (
    <Alert role="status" icon={<IconCheck />} title={t('added', { count: done.added })}>
      {done.notes.map((note) => (
        <Text key={note} size="sm" dir="auto">
          {note}
        </Text>
      ))}
      {done.refused.length > 0 && (
        <>
          <Text size="sm">{t('refused', { count: done.refused.length })}</Text>
          <List size="sm">
            {done.refused.map(({ label, why }) => (
              <List.Item key={label}>
                <b>{label}</b> <span {...told.failure(why)} />
              </List.Item>
            ))}
          </List>
        </>
      )}
      {done.added > 0 && (
        <Anchor component={Link} to="/" size="sm">
          {t('toSources')}
        </Anchor>
      )}
    </Alert>
  )
}
