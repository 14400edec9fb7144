import { PostgreSQL, sql as language } from '@codemirror/lang-sql'
import { useComputedColorScheme } from '@mantine/core'
import CodeMirror, { EditorView } from '@uiw/react-codemirror'

/** Fetched when somebody looks at SQL for the first time. */
export default function HighlightedSql({ sql, label }: { sql: string; label: string }) {
  const scheme = useComputedColorScheme()
  return (
    <CodeMirror
      value={sql}
      theme={scheme}
      readOnly
      maxHeight="26rem"
      basicSetup={{
        foldGutter: false,
        highlightActiveLine: false,
        lineNumbers: sql.includes('\n'),
      }}
      extensions={[
        language({ dialect: PostgreSQL }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true' }),
      ]}
    />
  )
}
