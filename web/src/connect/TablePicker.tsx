import { Badge, Checkbox, Group, Paper, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count } from '../common/format'
import { labelOf } from './request'

const ROW_HEIGHT = 52

/** Tables to choose many of; thousands are no more work than ten. */
export function TablePicker(props: {
  tables: Schemas['FoundTable'][]
  /** Those that are sources already. */
  here: ReadonlySet<string>
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}) {
  const { tables, here, chosen, onChoose } = props
  const { t } = useTranslation('connect')
  const [words, setWords] = useState('')
  const looked = useDeferredValue(words.trim().toLocaleLowerCase())
  const shown = useMemo(
    () => tables.filter((table) => labelOf(table).toLocaleLowerCase().includes(looked)),
    [tables, looked],
  )
  const box = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const chosenShown = shown.filter((table) => chosen.has(labelOf(table))).length
  const turn = (labels: string[], on: boolean) => {
    const next = new Set(chosen)
    labels.forEach((label) => (on ? next.add(label) : next.delete(label)))
    onChoose(next)
  }
  return (
    <Paper withBorder>
      <Group p="sm" justify="space-between">
        <TextInput
          type="search"
          aria-label={t('filter')}
          placeholder={t('filter')}
          leftSection={<IconSearch size={16} />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          w={{ base: '100%', xs: 280 }}
        />
        <Text size="sm" c="dimmed" role="status">
          {t('tablesCount', { count: shown.length })} · {t('chosen', { count: chosen.size })}
        </Text>
      </Group>
      <Checkbox
        px="sm"
        pb="sm"
        label={t('all')}
        disabled={shown.length === 0}
        checked={shown.length > 0 && chosenShown === shown.length}
        indeterminate={chosenShown > 0 && chosenShown < shown.length}
        onChange={(event) => turn(shown.map(labelOf), event.currentTarget.checked)}
      />
      {shown.length === 0 && <Text p="sm">{t('filterNone')}</Text>}
      <div
        ref={box}
        style={{ maxHeight: 440, overflow: 'auto' }}
        role="group"
        aria-label={t('tablesCount', { count: shown.length })}
      >
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const table = shown[index]
            if (!table) return null
            const label = labelOf(table)
            return (
              <div
                key={label}
                style={{
                  position: 'absolute',
                  insetInline: 0,
                  height: ROW_HEIGHT,
                  transform: `translateY(${start}px)`,
                  borderTop: '1px solid var(--mantine-color-default-border)',
                }}
              >
                <TableRow
                  table={table}
                  here={here.has(label)}
                  chosen={chosen.has(label)}
                  onTurn={(on) => turn([label], on)}
                />
              </div>
            )
          })}
        </div>
      </div>
    </Paper>
  )
}

function TableRow(props: {
  table: Schemas['FoundTable']
  here: boolean
  chosen: boolean
  onTurn: (on: boolean) => void
}) {
  const { t } = useTranslation('connect')
  const { table } = props
  const { rows, exact } = table
  const refers = [...new Set(table.foreign_keys.map((key) => key.table))].join(', ')
  const size =
    rows === undefined
      ? t('rowsUnknown')
      : t(exact ? 'rowsExact' : 'rowsAbout', { count: rows, rows: count(rows) })
  return (
    <Group h="100%" px="sm" gap="sm" wrap="nowrap">
      <Checkbox
        aria-label={labelOf(table)}
        checked={props.chosen}
        onChange={(event) => props.onTurn(event.currentTarget.checked)}
      />
      <div style={{ minWidth: 0, flex: 1 }}>
        <Text truncate fw={550} dir="auto" title={labelOf(table)}>
          {labelOf(table)}
        </Text>
        <Text size="xs" c="dimmed" truncate title={table.note ?? refers}>
          {[size, refers && t('refers', { tables: refers }), table.note]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {table.kind === 'view' && (
        <Badge variant="default" style={{ textTransform: 'none' }}>
          {t('view')}
        </Badge>
      )}
      {props.here && (
        <Badge variant="default" style={{ textTransform: 'none' }}>
          {t('already')}
        </Badge>
      )}
    </Group>
  )
}
