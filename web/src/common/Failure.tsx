import { Alert, Button, List } from '@mantine/core'
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Problem, Unreachable } from '../api/problems'

/** What went wrong and what to do about it; with every problem that the server named. */
export function Failure({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation('common')
  // What is not there yet is said in English, and again when it is.
  useTranslation('problems', { useSuspense: false })
  const away = error instanceof Unreachable
  const problems = error instanceof Problem ? error.problems : []
  const lang = error instanceof Problem ? error.lang : undefined
  return (
    <Alert
      role="alert"
      color={away ? 'gray' : 'red'}
      icon={away ? <IconPlugConnectedX /> : <IconAlertTriangle />}
      title={away ? t('unreachable') : <span lang={lang}>{error.message}</span>}
    >
      {away && t('unreachableHint')}
      {problems.length > 0 && (
        <List size="sm">
          {problems.map((problem) => (
            <List.Item key={problem.pointer + problem.message} lang={problem.lang}>
              {problem.message}
            </List.Item>
          ))}
        </List>
      )}
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Alert>
  )
}
