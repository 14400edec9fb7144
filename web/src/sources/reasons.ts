import type { TFunction } from 'i18next'

const KINDS = ['invalid', 'null', 'violates', 'unique', 'rule'] as const

/** Why rows were left out, in words; a reason of a kind that has none is shown as it is. */
export function reasonInWords(t: TFunction<'sources'>, reason: string): string {
  const kind = KINDS.find((each) => reason.startsWith(`${each}_`))
  return kind === undefined
    ? reason
    : t(`reason.${kind}`, { column: reason.slice(kind.length + 1) })
}
