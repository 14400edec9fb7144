import { Alert, Anchor } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schemas } from '../api/api'
import { useMedallion } from '../api/queries'
import { useSourceOf } from '../answers/sources'
import { useShapes } from '../sources/useShapes'
import type { Answer } from './conversation'

/** What nobody has settled yet of the rows that an answer is made of, and so may make it wrong. */
export function StillOpen({ answer }: { answer: Answer }) {
  const source = useSourceOf(answer)
  return source && answer.query ? <OfSource id={source} query={answer.query} /> : null
}

function OfSource({ id, query }: { id: string; query: Schemas['Query'] }) {
  const { data: medallion } = useMedallion(id)
  return medallion ? <Unsettled id={id} query={query} medallion={medallion} /> : null
}

function Unsettled(props: {
  id: string
  query: Schemas['Query']
  medallion: Schemas['Medallion']
}) {
  const { id, query, medallion } = props
  const { t } = useTranslation('ask')
  const { data: shapes } = useShapes(id, medallion)
  const read = new Set(columnsOf(query))
  const questions = medallion.questions.filter((question) => read.has(question.column))
  const open = [
    { what: 'shapes', place: 'shapes', count: shapes?.open.length ?? 0 },
    { what: 'questions', place: 'open-questions', count: questions.length },
  ] as const
  const still = open.filter(({ count }) => count > 0)
  if (still.length === 0) return null
  return (
    <Alert
      variant="default"
      icon={<IconAlertTriangle color="var(--mantine-color-yellow-7)" />}
      title={t('stillOpen')}
    >
      {still.map(({ what, place, count }, turn) => (
        <Fragment key={what}>
          {turn > 0 && ', '}
          <Anchor component={Link} to={`/sources/${encodeURIComponent(id)}#${place}`} size="sm">
            {t(`still.${what}`, { count })}
          </Anchor>
        </Fragment>
      ))}
    </Alert>
  )
}

/** The columns of the rows that a question reads. */
const columnsOf = ({ dimensions, measures, filters }: Schemas['Query']) =>
  [...(dimensions ?? []), ...(measures ?? []), ...(filters ?? [])].flatMap(
    ({ column }) => column ?? [],
  )
