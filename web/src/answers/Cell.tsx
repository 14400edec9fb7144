import { Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shown, type Kind } from './figures'

const SHORT = 120
/** More than this of one value is never put into the page. */
const LONGEST = 20_000

/** One value: text, whatever it looks like; a long one is cut until it is asked for. */
export function Cell({ value, kind }: { value: unknown; kind: Kind }) {
  const { t } = useTranslation('answers')
  const [whole, setWhole] = useState(false)
  if (value === null || value === undefined) {
    return (
      <Text span c="dimmed" size="sm" title={t('missingHint')}>
        {t('missing')}
      </Text>
    )
  }
  const text = shown(value, kind)
  if (text.length <= SHORT) {
    return (
      <span dir="auto" title={text === String(value) ? undefined : String(value)}>
        {text}
      </span>
    )
  }
  return (
    <span dir="auto" style={{ overflowWrap: 'anywhere' }}>
      {text.slice(0, whole ? LONGEST : SHORT)}
      {text.length > (whole ? LONGEST : SHORT) && '…'}{' '}
      <UnstyledButton
        c="var(--mantine-color-anchor)"
        fz="sm"
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
      >
        {whole ? t('less') : t('more')}
      </UnstyledButton>
    </span>
  )
}
