import { Badge, Stack, Tabs } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Schemas } from '../api/api'
import { hasEnded } from '../api/api'
import { ApplyBar } from './apply/ApplyBar'
import { ApplyDialog } from './apply/ApplyDialog'
import { Building } from './apply/Building'
import { Theirs } from './apply/Theirs'
import { useApply } from './apply/useApply'
import { ColumnsView } from './ColumnsView'
import { changes } from './draft/compare'
import { keysOf, nameOf, type Column, type InForce, type Recipe } from './draft/recipe'
import { useDraft } from './draft/useDraft'
import { EditorHead, type Dialog } from './EditorHead'
import { useCheck, useSuggestion } from './queries'
import { SaveRecipe } from './recipes/SaveRecipe'
import { StartFromRecipe } from './recipes/StartFromRecipe'
import { SuggestAgain } from './recipes/SuggestAgain'
import { Revising } from './revise/Revising'
import styles from './silver.module.css'
import { TableSql } from './sql/TableSql'
import { Proposals } from './table/Proposals'
import { Questions } from './table/Questions'
import { TableSettings } from './table/TableSettings'

const PARTS = ['columns', 'rows', 'proposals', 'sql'] as const

/** Review and change how every column and row is cleaned, and see what that does before it is done. */
export function SilverSchemaEditor(props: { source: Schemas['SourceDetail']; inForce: InForce }) {
  const { t } = useTranslation('silver')
  const { source, inForce } = props
  const { id } = source
  const [draft, edit] = useDraft(id, inForce)
  const suggestion = useSuggestion(id)
  const { query: check, behind } = useCheck(id, draft.present)
  const { apply, build, closeBuild } = useApply(id, draft, edit)
  const [dialog, setDialog] = useState<Dialog>()
  const [search, setSearch] = useSearchParams()
  const part = PARTS.find((known) => known === search.get('part')) ?? 'columns'
  const opened = openedKey(draft.present, search.get('column'))
  const own = useMemo(() => changes(draft.base, draft.present), [draft.base, draft.present])
  const received = useMemo(
    () => receivedColumns(source, suggestion.data?.columns ?? []),
    [source, suggestion.data],
  )
  const undoing = (what: 'undo' | 'redo') => (event: KeyboardEvent) => {
    event.preventDefault()
    edit({ do: what })
  }
  useHotkeys(
    [
      ['mod+Z', undoing('undo')],
      ['mod+shift+Z', undoing('redo')],
      ['mod+Y', undoing('redo')],
    ],
    [],
  )
  const go = useCallback(
    (name: string, value: string | undefined) =>
      setSearch(
        (now) => {
          if (value === undefined) now.delete(name)
          else now.set(name, value)
          return now
        },
        { replace: true },
      ),
    [setSearch],
  )
  const openColumn = useCallback((key: string | undefined) => go('column', key), [go])

  const use = (recipe: Recipe) => {
    edit({ do: 'replace', recipe })
    setDialog(undefined)
  }
  const send = () => apply.mutate(undefined, { onSuccess: () => setDialog(undefined) })
  const close = () => {
    apply.reset()
    setDialog(undefined)
  }
  const proposals = draft.present.proposals?.length ?? 0
  return (
    <Stack gap="md">
      <EditorHead draft={draft} inForce={inForce} edit={edit} onDialog={setDialog} />
      <Theirs draft={draft} edit={edit} />
      {build && <Building build={build} onClose={closeBuild} />}
      <Questions source={id} recipe={draft.present} edit={edit} />
      <Revising source={id} recipe={draft.present} edit={edit} />
      <Tabs value={part} onChange={(next) => go('part', next ?? undefined)} keepMounted={false}>
        <Tabs.List mb="md" className={styles.tabs}>
          {PARTS.map((one) => (
            <Tabs.Tab
              key={one}
              value={one}
              rightSection={
                one === 'proposals' && proposals > 0 ? (
                  <Badge size="sm" variant="light" circle={proposals < 10}>
                    {proposals}
                  </Badge>
                ) : undefined
              }
            >
              {t(`part.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="columns">
          <ColumnsView
            source={id}
            draft={draft}
            author={inForce.author}
            received={received}
            suggested={suggestion.data?.columns ?? []}
            check={check}
            behind={behind}
            opened={opened}
            onOpen={openColumn}
            edit={edit}
          />
        </Tabs.Panel>
        <Tabs.Panel value="rows">
          <TableSettings recipe={draft.present} check={check} behind={behind} edit={edit} />
        </Tabs.Panel>
        <Tabs.Panel value="proposals">
          <Proposals source={id} recipe={draft.present} edit={edit} />
        </Tabs.Panel>
        <Tabs.Panel value="sql">
          <TableSql check={check} />
        </Tabs.Panel>
      </Tabs>
      <ApplyBar
        check={check}
        behind={behind}
        edits={own.length}
        building={build !== undefined && !hasEnded(build)}
        onDiscard={() => edit({ do: 'discard' })}
        onApply={() => setDialog('apply')}
      />
      {dialog === 'apply' && (
        <ApplyDialog
          source={id}
          draft={draft}
          published={(source.metadata.medallion_config.tables.silver ?? []).length > 0}
          check={check}
          applying={apply.isPending}
          failure={apply.error}
          onApply={send}
          onClose={close}
        />
      )}
      {dialog === 'start' && <StartFromRecipe source={id} onUse={use} onClose={close} />}
      {dialog === 'save' && <SaveRecipe source={id} dirty={own.length > 0} onClose={close} />}
      {dialog === 'again' && <SuggestAgain source={id} draft={draft} onUse={use} onClose={close} />}
    </Stack>
  )
}

/** By its key, or by its name where another view points here. */
function openedKey(recipe: Recipe, wanted: string | null): string | undefined {
  if (wanted === null) return undefined
  const columns = recipe.columns ?? []
  const keys = keysOf(columns)
  if (keys.includes(wanted)) return wanted
  return keys[columns.findIndex((column) => nameOf(column) === wanted)]
}

/** Columns as they were received, each as it is suggested; what is not suggested is taken over as text. */
function receivedColumns(source: Schemas['SourceDetail'], suggested: Column[]): Column[] {
  const landed = source.metadata.medallion_config.landing?.columns ?? []
  const bySource = new Map(suggested.map((column) => [column.source_column, column]))
  return landed.map(
    ({ name }) => bySource.get(name) ?? { source_column: name, target_type: 'TEXT', cleaning: [] },
  )
}
