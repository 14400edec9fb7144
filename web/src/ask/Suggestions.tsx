import { Stack, Text, UnstyledButton } from '@mantine/core'
import { IconCornerDownRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { keys } from '../api/queries'
import type { Language } from '../words/words'
import styles from './Suggestions.module.css'

/** Questions that this data can answer, for somebody who does not know what to ask. */
export function Suggestions(props: {
  source?: string
  title: string
  onAsk: (question: string, source: string) => void
}) {
  const { t, i18n } = useTranslation('ask')
  const suggested = useQuery({
    queryKey: [...keys.questions, 'suggested', props.source, i18n.language],
    queryFn: () =>
      data(
        api.GET('/api/questions/suggested', {
          params: { query: { source: props.source, language: i18n.language as Language } },
        }),
      ),
    staleTime: 60_000,
  })
  const questions = suggested.data ?? []
  const several = new Set(questions.map((one) => one.source)).size > 1
  if (suggested.isPending) return <Text c="dimmed">{t('looking')}</Text>
  if (questions.length === 0) return <Text c="dimmed">{t('nothingToAsk')}</Text>
  return (
    <Stack gap="xs">
      <Text c="dimmed">{props.title}</Text>
      <ul className={styles.list}>
        {questions.map((one) => (
          <li key={one.source + one.question}>
            <UnstyledButton
              className={styles.question}
              onClick={() => props.onAsk(one.question, one.source)}
            >
              <IconCornerDownRight size={16} aria-hidden className={styles.arrow} />
              <span dir="auto" className={styles.words}>
                {one.question}
              </span>
              {several && (
                <Text span size="xs" c="dimmed">
                  {one.source}
                </Text>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
