import { useComputedColorScheme } from '@mantine/core'
import { PostgreSQL, sql as language } from '@codemirror/lang-sql'
import CodeMirror, {
  Decoration,
  EditorView,
  type Extension,
  type ReactCodeMirrorRef,
} from '@uiw/react-codemirror'
import { useEffect, useMemo, useRef } from 'react'
import type { Place } from './place'

type Props = {
  sql: string
  label: string
  /** The element that says what is wrong. */
  described: string
  table: string
  columns: string[]
  wrong: Place[]
  /** Where the cursor is to go. */
  goal: Place | undefined
  onChange: (sql: string) => void
}

const looks = EditorView.theme({
  '&': {
    fontSize: '13px',
    borderRadius: '8px',
    border: '1px solid var(--mantine-color-default-border)',
  },
  '&.cm-focused': { outline: '2px solid var(--mantine-primary-color-filled)' },
  '.cm-scroller': { minHeight: '220px', maxHeight: '420px' },
  '.wrong': {
    textDecoration: 'underline wavy var(--mantine-color-error)',
    textUnderlineOffset: '3px',
    backgroundColor: 'color-mix(in srgb, var(--mantine-color-error) 18%, transparent)',
  },
})

/** The editor of SQL, with what is wrong underlined. */
export function SqlEditor(props: Props) {
  const { sql, label, described, table, columns, wrong, goal } = props
  const scheme = useComputedColorScheme('light')
  const editor = useRef<ReactCodeMirrorRef>(null)
  const names = JSON.stringify([table, columns])
  const places = JSON.stringify(wrong)
  const extensions = useMemo<Extension[]>(() => {
    const [known, known_columns] = JSON.parse(names) as [string, string[]]
    return [
      language({
        dialect: PostgreSQL,
        schema: { [known]: known_columns },
        upperCaseKeywords: true,
      }),
      looks,
      EditorView.lineWrapping,
    ]
  }, [names])
  const marks = useMemo<Extension[]>(() => {
    const found = JSON.parse(places) as Place[]
    return [
      EditorView.decorations.of((view) =>
        Decoration.set(
          found
            .filter((place) => place.from < place.to && place.to <= view.state.doc.length)
            .map((place) =>
              Decoration.mark({ class: 'wrong', attributes: { 'data-wrong': 'true' } }).range(
                place.from,
                place.to,
              ),
            ),
          true,
        ),
      ),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-describedby': described,
        'aria-invalid': String(found.length > 0),
      }),
    ]
  }, [places, label, described])
  useEffect(() => {
    const view = editor.current?.view
    if (!view || !goal || goal.to > view.state.doc.length) return
    view.dispatch({ selection: { anchor: goal.from, head: goal.to }, scrollIntoView: true })
    view.focus()
  }, [goal])
  return (
    <CodeMirror
      ref={editor}
      value={sql}
      theme={scheme}
      extensions={[...extensions, ...marks]}
      // Tab leaves the editor, so that nobody is caught in it.
      indentWithTab={false}
      onChange={props.onChange}
    />
  )
}
