import { Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import type { Edit } from '../draft/history'
import { nameOf, type Recipe } from '../draft/recipe'
import { useSaid } from '../said/useSaid'
import { Choice } from './Choice'

interface Props {
  source: string
  recipe: Recipe
  question: Schemas['Question']
  edit: (edit: Edit) => void
}

/** One question with its choices, each with what it makes of real values. */
export function QuestionCard({ source, recipe, question, edit }: Props) {
  const { t } = useTranslation('silver')
  const said = useSaid()
  // A question about a column is settled by the column alone, one about rows by the whole recipe.
  const column = recipe.columns?.find((one) => nameOf(one) === question.column)
  const asked: Recipe = column ? { columns: [column], questions: [question] } : recipe
  return (
    <Paper
      withBorder
      p="md"
      component="article"
      aria-label={t('questions.about', { column: question.column })}
    >
      <Stack gap="sm">
        <Text fw={600} dir="auto">
          {column ? question.column : t('questions.rows')}
        </Text>
        <Text size="sm" {...said.question(question)} />
        <SimpleGrid cols={{ base: 1, xs: Math.min(question.choices.length, 3) }}>
          {question.choices.map((choice) => (
            <Choice
              key={choice}
              source={source}
              recipe={recipe}
              asked={asked}
              column={question.column}
              choice={choice}
              measured={column !== undefined}
              edit={edit}
            />
          ))}
        </SimpleGrid>
      </Stack>
    </Paper>
  )
}
