import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Problem } from '../api/problems'
import { Failure } from '../common/Failure'
import { BuildProgress } from './BuildProgress'
import { ChosenBar } from './ChosenBar'
import { Editor } from './Editor'
import { Gained } from './Gained'
import { InWords } from './InWords'
import { MadeCard } from './MadeCard'
import { Suggestions } from './Suggestions'
import { draftOf, isMade, richerOf, type GoldTable, type Layer, type Made } from './tables'
import { useChoice } from './useChoice'
import { useAcross, useBuilding, useColumns, useModel, useSuggestions } from './useGold'

type Props = { id: string; silver: Layer; version: string; made: Made[] }

/** Chooses which numbers are made ready: from suggestions, from words, or by one's own query. */
export function Selector({ id, silver, version, made }: Props) {
  const { t } = useTranslation('gold')
  const [search, setSearch] = useSearchParams()
  const choice = useChoice()
  const building = useBuilding(id)
  const suggested = useSuggestions(id, version)
  const across = useAcross(silver.table_name)
  const model = useModel(id).data
  const columns = useColumns(id).data ?? []

  const richer = richerOf(suggested.data?.gold_tables ?? [], made)
  // What those that exist would hold is not worth making once more.
  const added = new Set(richer.map(({ suggested: name }) => name))
  const cards = [...choice.worded, ...cardsOf(suggested.data?.gold_tables)]
    .filter((card, index, all) => all.findIndex((one) => one.key === card.key) === index)
    .filter((card) => !isMade(card.table, made) && !added.has(card.key))
    .map(choice.asEdited)
  const joined = cardsOf(across.data)
    .filter((card) => !isMade(card.table, made))
    .map(choice.asEdited)
  const chosen = [...cards, ...joined].filter((card) => choice.chosen.has(card.key))

  const editing = search.get('edit')
  const edit = (name: string | undefined) =>
    setSearch((before) => {
      if (name === undefined) before.delete('edit')
      else before.set('edit', name)
      return before
    })
  const build = (tables: GoldTable[]) =>
    building.start.mutate(tables, { onSuccess: () => (edit(undefined), choice.clear()) })
  const draft = draftFor(editing, made, [...cards, ...joined], silver.table_name)
  const refused = building.start.error instanceof Problem ? building.start.error : undefined
  const shared = {
    id,
    version,
    model,
    chosen: choice.chosen,
    onChoose: choice.choose,
    onEdit: edit,
  }
  return (
    <Stack gap="xl">
      <InWords id={id} onTables={choice.describe} />
      <BuildProgress building={building} />
      {made.length > 0 && (
        <Stack gap="sm" component="section" aria-label={t('made.title')}>
          <Title order={3}>{t('made.title')}</Title>
          <Gained richer={richer} busy={building.start.isPending} onBuild={build} />
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            {made.map((one) => (
              <MadeCard
                key={one.layer.id}
                id={id}
                made={one}
                {...(model && { model })}
                onEdit={() => edit(one.table.name)}
                onRefresh={() => building.refresh.mutate(one.layer.table_name)}
              />
            ))}
          </SimpleGrid>
        </Stack>
      )}
      <Suggestions
        {...shared}
        title={t('suggested.title')}
        hint={t('suggested.hint')}
        cards={cards}
        query={suggested}
        {...(silver.row_count !== undefined && { rows: silver.row_count })}
        problems={(key) => problemsOf(refused, chosen, key)}
      />
      {joined.length > 0 && (
        <Suggestions
          {...shared}
          title={t('across.title')}
          hint={t('across.hint')}
          cards={joined}
          {...(silver.row_count !== undefined && { rows: silver.row_count })}
          problems={(key) => problemsOf(refused, chosen, key)}
        />
      )}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => edit('')}
        >
          {t('own')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('ownHint')}
        </Text>
      </Group>
      {building.start.error && <Failure error={building.start.error} />}
      <ChosenBar
        id={id}
        tables={chosen.map((card) => card.table)}
        busy={building.start.isPending}
        onBuild={() => build(chosen.map((card) => card.table))}
      />
      {draft && columns.length > 0 && (
        <Editor
          key={editing}
          id={id}
          start={draft.draft}
          silver={silver}
          version={version}
          columns={columns}
          busy={building.start.isPending}
          onClose={() => edit(undefined)}
          {...(draft.key !== undefined && {
            onKeep: (table: GoldTable) => {
              choice.edit(draft.key, table)
              edit(undefined)
            },
          })}
          onBuild={(table) => build([table])}
        />
      )}
    </Stack>
  )
}

const cardsOf = (tables: GoldTable[] | undefined) =>
  (tables ?? []).map((table) => ({ key: table.name, table }))

function draftFor(
  name: string | null,
  made: Made[],
  cards: { key: string; table: GoldTable }[],
  silver: string,
) {
  if (name === null) return undefined
  const card = cards.find((one) => one.key === name)
  if (card) return { draft: draftOf(card.table, false, silver), key: card.key }
  const old = made.find((one) => one.table.name === name || one.layer.table_name === name)
  if (old) return { draft: draftOf(old.table, true, silver), key: undefined }
  return name === '' ? { draft: draftOf({ name: '' }, false, silver), key: undefined } : undefined
}

function problemsOf(
  refused: Problem | undefined,
  chosen: { key: string }[],
  key: string,
): string[] {
  const index = chosen.findIndex((card) => card.key === key)
  return index < 0 ? [] : (refused?.at(`/gold_tables/${index}`) ?? [])
}
