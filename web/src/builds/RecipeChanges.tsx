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
          <OneChange change={change} />
        </List.Item>
      ))}
    </List>
  )
}

const FIELDS = [
  'source_column',
  'target_type',
  'cleaning',
  'null_strategy',
  'validation',
  'on_violation',
  'mask',
] as const
const PARTS = ['deduplication', 'shape', 'filters', 'rules', 'reject_limit', 'columns'] as const

/** English has the server's sentence, which tells before and after; other languages say what it is about. */
function OneChange({ change }: { change: Schemas['RecipeChange'] }) {
  const { t, i18n } = useTranslation('builds')
  const { kind, column, before, after } = change
  if (i18n.language.startsWith('en')) return <>{change.text}</>
  const field = FIELDS.find((one) => one === change.field)
  const part = PARTS.find((one) => one === change.field)
  switch (kind) {
    case 'column_added':
      return <>{t('changes.added', { column })}</>
    case 'column_removed':
      return <>{t('changes.removed', { column })}</>
    case 'column_renamed':
      return <>{t('changes.renamed', { before, after })}</>
    case 'column_changed':
      if (!field) return <span lang="en">{change.text}</span>
      // Types, names and checks are the same in all languages.
      return field === 'target_type' || field === 'validation' || field === 'source_column' ? (
        <>
          {t('changes.changedTo', {
            column,
            field: t(`changes.fields.${field}`),
            before: before ?? t('preview.none'),
            after: after ?? t('preview.none'),
          })}
        </>
      ) : (
        <>{t('changes.changed', { column, field: t(`changes.fields.${field}`) })}</>
      )
    case 'table_changed':
      return part ? <>{t(`changes.parts.${part}`)}</> : <span lang="en">{change.text}</span>
  }
}
