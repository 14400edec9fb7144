import { CloseButton, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Criterion } from './address'
import styles from './rows.module.css'

/** What is looked for, each part of it to be taken away. */
export function FilterPills(props: {
  criteria: Criterion[]
  onChange: (criteria: Criterion[]) => void
}) {
  const { t } = useTranslation('rows')
  if (props.criteria.length === 0) return null
  return (
    <Group gap="xs" role="group" aria-label={t('filters')}>
      {props.criteria.map((one, at) => {
        const words = t(`criterion.${one.is}`, {
          column: one.column,
          value: one.value ?? '',
          from: one.from ?? '…',
          to: one.to ?? '…',
        })
        return (
          <Group key={at} gap={4} wrap="nowrap" className={styles.pill}>
            <Text size="sm" truncate maw={320} dir="auto">
              {words}
            </Text>
            <CloseButton
              size="sm"
              aria-label={t('unfilter', { words })}
              onClick={() => props.onChange(props.criteria.filter((_, other) => other !== at))}
            />
          </Group>
        )
      })}
    </Group>
  )
}
