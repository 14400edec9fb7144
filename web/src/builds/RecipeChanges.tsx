import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'

/** The changes of a recipe, one sentence each. */
export function RecipeChanges({ changes }: { changes: Schemas['RecipeChange'][] }) {
  const { t } = useTranslation('builds')
  if (changes.length === 0) return <Text size="sm">{t('recipes.same')}</Text>
  return (
    <List size="sm" style={{ maxHeight: 320, overflow: 'auto' }} tabIndex={0}>
      {changes.map((change, place) => (
        <List.Item key={place} style={{ overflowWrap: 'anywhere' }}>
          {change.text}
        </List.Item>
      ))}
    </List>
  )
}
