import { Button, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edit } from '../draft/history'
import type { Recipe } from '../draft/recipe'
import { QuestionCard } from './QuestionCard'

const FIRST = 3

/** What the data cannot settle and a person can: answered here, on top. */
export function Questions(props: { source: string; recipe: Recipe; edit: (edit: Edit) => void }) {
  const { t } = useTranslation('silver')
  const [all, setAll] = useState(false)
  const questions = props.recipe.questions ?? []
  if (questions.length === 0) return null
  return (
    <Stack
      gap="sm"
      component="section"
      aria-label={t('questions.title', { count: questions.length })}
    >
      <Title order={3} size="h5">
        {t('questions.title', { count: questions.length })}
      </Title>
      {questions.slice(0, all ? undefined : FIRST).map((question) => (
        <QuestionCard
          key={question.column}
          source={props.source}
          recipe={props.recipe}
          question={question}
          edit={props.edit}
        />
      ))}
      {!all && questions.length > FIRST && (
        <Button variant="subtle" w="fit-content" onClick={() => setAll(true)}>
          {t('questions.more', { count: questions.length - FIRST })}
        </Button>
      )}
    </Stack>
  )
}
