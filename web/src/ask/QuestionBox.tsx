import { ActionIcon, Textarea } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

const LONGEST = 1_000

/** Where a question is written: Enter asks it, arrow up recalls an earlier one. */
export function QuestionBox(props: {
  draft: string
  onDraft: (draft: string) => void
  earlier: string[]
  onAsk: (question: string) => void
}) {
  const { draft, onDraft, earlier, onAsk } = props
  const { t } = useTranslation('ask')
  const box = useRef<HTMLTextAreaElement>(null)
  const [recalled, setRecalled] = useState(-1)
  const question = draft.trim()

  // Another part of the page may put a question here, to be asked otherwise.
  useEffect(() => {
    if (draft && document.activeElement !== box.current) box.current?.focus()
  }, [draft])

  const send = () => {
    if (!question) return
    onAsk(question)
    onDraft('')
    setRecalled(-1)
  }

  const recall = (place: number) => {
    setRecalled(place)
    onDraft(earlier[place] ?? '')
  }

  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send()
    } else if (event.key === 'ArrowUp' && (draft === '' || recalled >= 0)) {
      if (recalled + 1 >= earlier.length) return
      event.preventDefault()
      recall(recalled + 1)
    } else if (event.key === 'ArrowDown' && recalled >= 0) {
      event.preventDefault()
      recall(recalled - 1)
    }
  }

  return (
    <Textarea
      ref={box}
      aria-label={t('question')}
      placeholder={t('placeholder')}
      value={draft}
      onChange={(event) => {
        setRecalled(-1)
        onDraft(event.currentTarget.value)
      }}
      onKeyDown={onKey}
      maxLength={LONGEST}
      autosize
      minRows={1}
      maxRows={6}
      size="md"
      radius="lg"
      autoFocus
      dir="auto"
      rightSectionWidth={48}
      rightSection={
        <ActionIcon size={34} radius="xl" aria-label={t('ask')} disabled={!question} onClick={send}>
          <IconArrowUp size={18} />
        </ActionIcon>
      }
    />
  )
}
