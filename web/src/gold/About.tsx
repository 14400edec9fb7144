import { Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../api/problems'
import type { Draft } from './tables'

type Props = { draft: Draft; problem: Problem | undefined; onChange: (draft: Draft) => void }

/** What a table is called and what it is for. */
export function About({ draft, problem, onChange }: Props) {
  const { t } = useTranslation('gold')
  return (
    <Stack gap="xs">
      <TextInput
        label={t('about.name')}
        description={draft.made ? t('about.stays') : t('about.nameHint')}
        required={!draft.made}
        value={draft.name}
        readOnly={draft.made}
        error={problem?.at('/gold_tables/0/name')[0]}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('about.question')}
        value={draft.business_question}
        dir="auto"
        onChange={(event) => onChange({ ...draft, business_question: event.currentTarget.value })}
      />
      <Textarea
        label={t('about.description')}
        value={draft.description}
        dir="auto"
        autosize
        maxRows={4}
        onChange={(event) => onChange({ ...draft, description: event.currentTarget.value })}
      />
    </Stack>
  )
}
