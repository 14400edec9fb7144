import { Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const LONGEST = 160

/** A value as it is: text in any script, never markup; a long one is cut until somebody wants all of it. */
export function Value({ text, struck }: { text: string | null | undefined; struck?: boolean }) {
  const { t } = useTranslation('silver')
  const [whole, setWhole] = useState(false)
  if (text === null || text === undefined)
    return (
      <Text span size="sm" c="dimmed" fs="italic">
        {t('value.missing')}
      </Text>
    )
  if (text === '')
    return (
      <Text span size="sm" c="dimmed" fs="italic">
        {t('value.empty')}
      </Text>
    )
  const cut = text.length > LONGEST && !whole
  return (
    <>
      <Text
        span
        size="sm"
        ff="monospace"
        dir="auto"
        td={struck ? 'line-through' : undefined}
        style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', unicodeBidi: 'isolate' }}
      >
        {cut ? text.slice(0, LONGEST) : text}
      </Text>
      {cut && (
        <UnstyledButton onClick={() => setWhole(true)} fz="sm" td="underline" mih={24}>
          {t('value.more', { count: text.length - LONGEST })}
        </UnstyledButton>
      )}
    </>
  )
}
