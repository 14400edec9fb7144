import { PostgreSQL, sql as language, SQLDialect } from '@codemirror/lang-sql'
import { useComputedColorScheme } from '@mantine/core'
import CodeMirror, { EditorView } from '@uiw/react-codemirror'

// Quoted names in the colour of texts, which can be read on white.
const dialect = SQLDialect.define({ ...PostgreSQL.spec, doubleQuotedStrings: true })

/** Fetched when somebody looks at SQL for the first time. */
export default function HighlightedSql({ sql, label }: { sql: string; label: string }) {
  const scheme = useComputedColorScheme()
  return (
    <CodeMirror
      value={sql}
      theme={scheme}
      readOnly
      editable={false}
      maxHeight="26rem"
      basicSetup={{
        foldGutter: false,
        highlightActiveLine: false,
        lineNumbers: sql.includes('\n'),
      }}
      extensions={[
        language({ dialect }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-readonly': 'true',
          tabindex: '0',
        }),
      ]}
    />
  )
}
