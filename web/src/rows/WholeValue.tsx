import { Anchor, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../common/format'
import { asText, Value } from '../common/grid/Value'
import styles from './rows.module.css'

const FIRST = 1_000

/** A value as it is, line breaks and all; of a very long one the beginning, and the rest on demand. */
export function WholeValue({ value }: { value: unknown }) {
  const { t } = useTranslation('rows')
  const [all, setAll] = useState(false)
  if (value === null || value === undefined || value === '') return <Value value={value} />
  const text = asText(value)
  const long = text.length > FIRST
  return (
    <>
      <pre className={styles.whole} dir="auto" tabIndex={long ? 0 : undefined}>
        {long && !all ? `${text.slice(0, FIRST)}…` : text}
      </pre>
      {long && (
        <Group gap="xs">
          <Anchor component="button" type="button" size="xs" onClick={() => setAll(!all)}>
            {all ? t('lessOfIt') : t('allOfIt', { characters: count(text.length) })}
          </Anchor>
        </Group>
      )}
    </>
  )
}
