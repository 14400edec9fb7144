import { Button, Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data } from '../../api/api'
import { keys } from '../../api/queries'
import { Value } from '../column/Value'
import { answered } from '../draft/edits'
import type { Edit } from '../draft/history'
import { nameOf, type Column, type Recipe } from '../draft/recipe'
import { useSaid } from '../said/useSaid'
import { useMeasurement } from '../queries'

interface Props {
  source: string
  recipe: Recipe
  asked: Recipe
  column: string
  choice: string
  measured: boolean
  edit: (edit: Edit) => void
}

/** One answer to a question: what the column would be, tried on real values. */
export function Choice(props: Props) {
  const { t } = useTranslation('silver')
  const said = useSaid()
  const { source, column, choice, asked, recipe } = props
  const settled = useQuery({
    queryKey: [
      ...keys.source(source),
      'silver',
      'choice',
      column,
      choice,
      asked.columns?.length === 1 ? asked.columns[0] : 'table',
    ],
    queryFn: () =>
      data(
        api.POST('/api/sources/{id}/medallion/silver/apply/preview', {
          params: { path: { id: source } },
          body: { recipe: asked, answers: [{ column, choice }] },
        }),
      ),
    staleTime: Infinity,
    retry: false,
  })
  const reading = settled.data?.columns?.find((one) => nameOf(one) === column)
  return (
    <Paper withBorder p="sm">
      <Stack gap={6}>
        <Button
          variant="light"
          disabled={!settled.data}
          loading={settled.isPending}
          onClick={() => {
            if (settled.data)
              props.edit({ do: 'replace', recipe: answered(recipe, column, settled.data) })
          }}
        >
          {said.choice(choice)}
        </Button>
        {settled.error && (
          <Text size="sm" c="var(--mantine-color-error)">
            {settled.error.message}
          </Text>
        )}
        {props.measured && reading && <Examples source={source} column={reading} />}
      </Stack>
      {props.measured && !reading && !settled.error && <Text size="sm">{t('preview.wait')}</Text>}
    </Paper>
  )
}

const MOST = 3

function Examples({ source, column }: { source: string; column: Column }) {
  const { query } = useMeasurement(source, column)
  return (
    <>
      {(query.data?.examples ?? []).slice(0, MOST).map((example, index) => (
        <Text key={index} size="sm">
          <Value text={example.before} /> → <Value text={example.after} />
        </Text>
      ))}
    </>
  )
}
