import { Button, Group, Loader, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import { Problem } from '../../api/problems'
import { count } from '../../common/format'
import type { Check } from '../queries'
import styles from '../silver.module.css'

interface Props {
  check: Check
  behind: boolean
  edits: number
  building: boolean
  onDiscard: () => void
  onApply: () => void
}

/** What a build by the draft would do, in one line, and the way to it. */
export function ApplyBar({ check, behind, edits, building, onDiscard, onApply }: Props) {
  const { t } = useTranslation('silver')
  return (
    <Group className={styles.bottom} justify="space-between" gap="sm">
      <Text size="sm" aria-live="polite" component="div">
        {edits > 0 && <b>{t('apply.edits', { count: edits })} </b>}
        {check.error && !behind ? (
          <Text span size="sm" c="var(--mantine-color-error)">
            {wrong(check.error) > 0
              ? t('apply.problems', { count: wrong(check.error) })
              : check.error.message}
          </Text>
        ) : (
          <span>
            {check.data?.ledger ? <Account ledger={check.data.ledger} /> : t('apply.counting')}
          </span>
        )}
        {behind && <Loader size={12} ms={8} aria-hidden />}
      </Text>
      <Group gap="xs">
        {edits > 0 && (
          <Button variant="default" onClick={onDiscard}>
            {t('apply.discard')}
          </Button>
        )}
        <Button onClick={onApply} disabled={building}>
          {t('apply.look')}
        </Button>
      </Group>
    </Group>
  )
}

const wrong = (error: Error) => (error instanceof Problem ? error.problems.length : 0)

/** Where every row would go. */
export function Account({ ledger }: { ledger: Schemas['Ledger'] }) {
  const { t } = useTranslation('silver')
  const parts = [
    ['silver', ledger.silver],
    ['rejected', ledger.rejected],
    ['duplicates', ledger.duplicates],
    ['filtered', ledger.filtered],
  ] as const
  return (
    <>
      {parts
        .filter(([part, rows]) => part === 'silver' || rows > 0)
        .map(([part, rows]) => t(`account.${part}`, { count: rows, rows: count(rows) }))
        .join(' · ')}
    </>
  )
}
