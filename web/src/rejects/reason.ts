import type { TFunction } from 'i18next'

/** Why a row was left out, read from the name that the server gives the reason. */
export type Reason = {
  kind: 'invalid' | 'null' | 'violates' | 'repeated' | 'breaks' | 'filtered' | 'other'
  /** A column of Silver or, where the kind is breaks or filtered, a rule or a filter. */
  name: string
}

const KINDS = ['invalid', 'null', 'violates', 'repeated', 'breaks', 'filtered'] as const

export function reasonOf(text: string): Reason {
  for (const kind of KINDS) {
    if (text.startsWith(`${kind}_`)) return { kind, name: text.slice(kind.length + 1) }
  }
  return { kind: 'other', name: text }
}

/** Why a row was left out, in plain words. */
export function reasonInWords(t: TFunction<'rejects'>, text: string): string {
  const { kind, name } = reasonOf(text)
  return t(`reason.${kind}`, { name })
}

/** The columns, by position, that a row was left out for. */
export function blamed(columns: { name?: string }[], reasons: string[]): number[] {
  return reasons
    .map((reason) => columns.findIndex((column) => column.name === columnOf(reason)))
    .filter((at) => at >= 0)
}

/** The column that a reason is about; none where it is about a rule between columns or a filter. */
export function columnOf(text: string): string | undefined {
  const { kind, name } = reasonOf(text)
  return kind === 'breaks' || kind === 'filtered' || kind === 'other' ? undefined : name
}
