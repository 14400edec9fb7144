import { useTranslation } from 'react-i18next'
import { count, percent } from '../../common/format'
import type { Evidence } from '../draft/recipe'
import styles from '../silver.module.css'

/** How all rows fare in a column, to scale: as they were, changed, unreadable, missing. */
export function EvidenceBar({ evidence, behind }: { evidence?: Evidence; behind?: boolean }) {
  const { t } = useTranslation('silver')
  if (!evidence)
    return (
      <span className={styles.bar} data-behind role="img" aria-label={t('evidence.measuring')} />
    )
  const parts = [
    ['kept', evidence.parsed - evidence.changed],
    ['changed', evidence.changed],
    ['failed', evidence.failed],
    ['missing', evidence.missing],
  ] as const
  const some = parts.filter(([, rows]) => rows > 0)
  const words = some.map(([part, rows]) =>
    t(`evidence.${part}`, { count: rows, rows: count(rows) }),
  )
  return (
    <span
      className={styles.bar}
      data-behind={behind || undefined}
      role="img"
      aria-label={words.join(', ') || t('evidence.none')}
      title={words.join(' · ')}
    >
      {some.map(([part, rows]) => (
        <span
          key={part}
          data-part={part}
          // A single row that fails can be seen among a million.
          style={{
            flexGrow: rows / Math.max(evidence.rows, 1),
            minWidth: part === 'failed' ? 4 : 1,
          }}
        />
      ))}
    </span>
  )
}

/** The share that cannot be read, in words. */
export function FailedShare({ evidence }: { evidence?: Evidence }) {
  const { t } = useTranslation('silver')
  if (!evidence || evidence.failed === 0) return null
  return (
    <span className={styles.failed}>
      {t('evidence.failedShare', { share: percent(evidence.failed / Math.max(evidence.rows, 1)) })}
    </span>
  )
}
