/** A piece of SQL and what it is, to be coloured. */
export type Token = {
  kind: 'keyword' | 'string' | 'number' | 'comment' | 'plain'
  text: string
}

const KEYWORDS = new Set(
  (
    'select from where group by order having limit offset with as and or not in is null case when then else end ' +
    'join left right inner outer full cross lateral on using union all except intersect distinct over partition rows ' +
    'between preceding following current row filter qualify asc desc nulls first last like ilike similar cast ' +
    'try_cast interval date timestamp true false exists values explain'
  ).split(' '),
)
const PIECES =
  /(--[^\n]*|\/\*[\s\S]*?\*\/)|('(?:[^']|'')*')|("(?:[^"]|"")*")|(\b\d+(?:\.\d+)?\b)|([A-Za-z_]\w*)|([\s\S])/g

/** The pieces of a statement, in order; together they are the statement. */
export function tokens(sql: string): Token[] {
  const found: Token[] = []
  for (const [text, comment, string, , number, word] of sql.matchAll(PIECES)) {
    const kind = comment
      ? 'comment'
      : string
        ? 'string'
        : number
          ? 'number'
          : word && KEYWORDS.has(word.toLowerCase())
            ? 'keyword'
            : 'plain'
    const last = found.at(-1)
    if (kind === 'plain' && last?.kind === 'plain') last.text += text
    else found.push({ kind, text })
  }
  return found
}
