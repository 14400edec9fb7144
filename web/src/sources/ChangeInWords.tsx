import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { percent } from '../common/format'

/** One way in which the columns of an origin have changed. */
export function ChangeInWords({ change }: { change: Schemas['Change'] }) {
  const { t } = useTranslation('sources')
  const words = () => {
    switch (change.kind) {
      case 'added':
        return t('drift.added', { column: change.column })
      case 'dropped':
        return t('drift.dropped', { column: change.column })
      case 'renamed':
        return t('drift.renamed', { ...change, overlap: percent(change.overlap) })
      case 'reordered':
        return t('drift.reordered')
      case 'reshaped':
        return t('drift.reshaped', { ...change, count: change.rows })
    }
  }
  return (
    <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
      {words()}
    </Text>
  )
}
