import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Change } from '../draft/compare'

const MOST = 30

/** How two recipes differ, in plain words. */
export function ChangeList({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('silver')
  if (changes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('changes.none')}
      </Text>
    )
  const words = (change: Change) => {
    switch (change.kind) {
      case 'added':
        return t('changes.added', { name: change.name })
      case 'removed':
        return t('changes.removed', { name: change.name })
      case 'changed': {
        const { name, was } = change
        const aspects = change.aspects
          .filter((aspect) => aspect !== 'name')
          .map((aspect) => t(`aspects.${aspect}`))
          .join(', ')
        if (was === undefined) return t('changes.changed', { name, aspects })
        return aspects === ''
          ? t('changes.renamed', { name, was })
          : t('changes.renamedAndChanged', { name, was, aspects })
      }
      case 'order':
        return t('changes.order')
      case 'table':
        return t(`parts.${change.part}`)
    }
  }
  return (
    <List size="sm">
      {changes.slice(0, MOST).map((change, index) => (
        <List.Item key={index}>
          <bdi>{words(change)}</bdi>
        </List.Item>
      ))}
      {changes.length > MOST && (
        <List.Item>{t('changes.more', { count: changes.length - MOST })}</List.Item>
      )}
    </List>
  )
}
