import { Drawer, Paper, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/problems'
import { ColumnPanel } from './column/ColumnPanel'
import { ColumnList } from './columns/ColumnList'
import { ColumnTools } from './columns/ColumnTools'
import { found, itemsOf, type Show } from './columns/items'
import { LeftOutColumns } from './columns/LeftOutColumns'
import type { Draft, Edit } from './draft/history'
import { keysOf, type Author, type Column } from './draft/recipe'
import type { Check } from './queries'
import styles from './silver.module.css'

interface Props {
  source: string
  draft: Draft
  author: Author
  /** Every column of Bronze as it would be taken over. */
  received: Column[]
  suggested: Column[]
  check: Check
  behind: boolean
  opened: string | undefined
  onOpen: (key: string | undefined) => void
  edit: (edit: Edit) => void
}

/** The columns of the recipe beside the one that is open. */
export function ColumnsView(props: Props) {
  const { t } = useTranslation('silver')
  const { source, draft, check, edit, onOpen, opened } = props
  const wide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false })
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const [words, setWords] = useState('')
  const [show, setShow] = useState<Show>('all')
  const box = useRef<HTMLDivElement>(null)
  const problem = !props.behind && check.error instanceof Problem ? check.error : undefined
  const ledger = check.data?.ledger
  const items = useMemo(
    () => itemsOf(draft, props.author, problem, ledger),
    [draft, props.author, problem, ledger],
  )
  const wanted = useDeferredValue(words)
  const some = useMemo(() => found(items, wanted, show), [items, wanted, show])
  const open = items.find((item) => item.key === opened)
  const present = new Set(draft.present.columns?.map((column) => column.source_column))
  const leftOut = props.received.filter((column) => !present.has(column.source_column))
  const suggested = useMemo(() => {
    const keys = keysOf(props.suggested)
    return new Map(props.suggested.map((column, index) => [keys[index], column]))
  }, [props.suggested])

  const toggle = useCallback((key: string) => onOpen(key), [onOpen])
  const close = () => {
    const row = items.findIndex((item) => item.key === opened)
    onOpen(undefined)
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus(),
    )
  }
  const panel = open && (
    <ColumnPanel
      key={open.key}
      source={source}
      item={open}
      suggested={suggested.get(open.key)}
      edit={edit}
      onClose={close}
    />
  )
  return (
    <Stack gap="sm" ref={box}>
      <ColumnTools
        words={words}
        show={show}
        shown={some.length}
        all={items.length}
        onWords={setWords}
        onShow={setShow}
      />
      <div className={styles.work} data-open={(wide && open !== undefined) || undefined}>
        <ColumnList
          source={source}
          items={some}
          layout={phone ? 'card' : wide && open ? 'compact' : 'wide'}
          opened={opened}
          onOpen={toggle}
          edit={edit}
        />
        {wide ? (
          panel && (
            <Paper withBorder className={styles.panel}>
              {panel}
            </Paper>
          )
        ) : (
          <Drawer.Root
            opened={open !== undefined}
            onClose={close}
            position="right"
            size="lg"
            closeOnEscape={false}
          >
            <Drawer.Overlay />
            <Drawer.Content aria-label={open && t('panel.label', { name: open.name })}>
              <Drawer.Body p={0}>{panel}</Drawer.Body>
            </Drawer.Content>
          </Drawer.Root>
        )}
      </div>
      <LeftOutColumns columns={leftOut} edit={edit} />
    </Stack>
  )
}
