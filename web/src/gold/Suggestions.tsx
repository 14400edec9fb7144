import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Failure } from '../common/Failure'
import { Loading } from '../common/Loading'
import { SuggestionCard } from './SuggestionCard'
import type { Card } from './useChoice'

type Props = {
  id: string
  title: string
  hint: string
  cards: Card[]
  version: string
  rows?: number
  model: Schemas['SemanticModel'] | undefined
  chosen: ReadonlySet<string>
  onChoose: (key: string, chosen: boolean) => void
  onEdit: (key: string) => void
  problems: (key: string) => string[]
  /** Where they come from, while it is under way or has failed. */
  query?: UseQueryResult<Schemas['GoldRecipe']>
}

/** Tables that might be built, a card each. */
export function Suggestions(props: Props) {
  const { t } = useTranslation('gold')
  const { query, cards, model, rows } = props
  return (
    <Stack gap="sm" component="section" aria-label={props.title}>
      <Title order={3}>{props.title}</Title>
      <Text size="sm" c="dimmed">
        {cards.length > 0 ? props.hint : query?.data && t('suggested.none')}
      </Text>
      {query?.isLoading && <Loading lines={3} height={160} />}
      {query?.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {cards.map((card) => (
          <SuggestionCard
            key={card.key}
            id={props.id}
            table={card.table}
            version={props.version}
            {...(rows !== undefined && { rows })}
            {...(model && { model })}
            {...(card.notes && { notes: card.notes })}
            chosen={props.chosen.has(card.key)}
            onChoose={(chosen) => props.onChoose(card.key, chosen)}
            onEdit={() => props.onEdit(card.key)}
            problems={props.problems(card.key)}
          />
        ))}
      </SimpleGrid>
      {query?.data?.notes?.map((note) => (
        <Text key={note} size="sm" c="dimmed" lang="en" style={{ overflowWrap: 'anywhere' }}>
          {note}
        </Text>
      ))}
    </Stack>
  )
}
