import { Button, Drawer, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { About } from './About'
import { EditorPreview } from './EditorPreview'
import { QueryForm } from './QueryForm'
import { SqlField } from './SqlField'
import { emptyQuery, tableOf, type Draft, type GoldTable, type Layer } from './tables'
import { usePreview } from './usePreview'

type Props = {
  id: string
  start: Draft
  silver: Layer
  version: string
  columns: Schemas['RowsColumn'][]
  busy: boolean
  onClose: () => void
  /** Puts it on the card of its suggestion. */
  onKeep?: (table: GoldTable) => void
  onBuild: (table: GoldTable) => void
}

const UNNAMED = 'gold_unnamed'

/** Edits one table by form or as SQL, and shows at each step what would come of it. */
export function Editor(props: Props) {
  const { t } = useTranslation(['gold', 'common'])
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="right"
      size="min(1180px, 100%)"
      title={
        <Text fw={600} component="span" style={{ overflowWrap: 'anywhere' }}>
          {props.start.name
            ? t('edit.title', { name: props.start.name.slice(0, 200) })
            : t('edit.new')}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Editing {...props} />
    </Drawer>
  )
}

function Editing({ id, start, silver, version, columns, busy, onKeep, onBuild }: Props) {
  const { t } = useTranslation('gold')
  const [draft, setDraft] = useState(start)
  const [query, setQuery] = useState(
    start.made_by.by === 'form' ? start.made_by.query : emptyQuery(silver.table_name),
  )
  // What would come of it is worth seeing before it has a name.
  const named = draft.name.trim() !== ''
  const preview = usePreview(id, named ? draft : { ...draft, name: UNNAMED })
  const turn = (by: string) => {
    const sql = preview.data?.sql ?? ''
    if (by === 'form') setDraft({ ...draft, made_by: { by, query } })
    else if (by === 'sql') setDraft({ ...draft, made_by: { by, sql } })
  }
  const table = tableOf(draft)
  const ready = named && preview.isSettled && !preview.problem
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <Stack gap="md" miw={0}>
        <About draft={draft} problem={preview.problem} onChange={setDraft} />
        <SegmentedControl
          value={draft.made_by.by}
          onChange={turn}
          aria-label={t('edit.how')}
          data={[
            { value: 'form', label: t('edit.form') },
            { value: 'sql', label: t('edit.sql') },
          ]}
        />
        {draft.made_by.by === 'form' ? (
          <QueryForm
            query={draft.made_by.query}
            columns={columns}
            problem={preview.problem}
            onChange={(changed) => {
              setQuery(changed)
              setDraft({ ...draft, made_by: { by: 'form', query: changed } })
            }}
          />
        ) : (
          <SqlField
            sql={draft.made_by.sql}
            silver={silver.table_name}
            columns={columns}
            messages={preview.problem?.at('/gold_tables/0/sql') ?? []}
            notRoutable={preview.data?.not_routable}
            onChange={(sql) => setDraft({ ...draft, made_by: { by: 'sql', sql } })}
          />
        )}
      </Stack>
      <Stack gap="md" miw={0}>
        <EditorPreview
          id={id}
          table={table}
          version={version}
          preview={preview}
          {...(silver.row_count !== undefined && { rows: silver.row_count })}
        />
        <Group justify="flex-end">
          {onKeep && (
            <Button variant="default" disabled={!ready} onClick={() => onKeep(table)}>
              {t('edit.keep')}
            </Button>
          )}
          <Button color="gold" disabled={!ready} loading={busy} onClick={() => onBuild(table)}>
            {draft.made ? t('edit.rebuild') : t('edit.build')}
          </Button>
        </Group>
      </Stack>
    </SimpleGrid>
  )
}
