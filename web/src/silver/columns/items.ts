import type { Schemas } from '../../api/api'
import type { Problem } from '../../api/problems'
import { aspectsChanged } from '../draft/compare'
import type { Draft } from '../draft/history'
import {
  columnsByKey,
  keysOf,
  nameOf,
  type Author,
  type Column,
  type Evidence,
} from '../draft/recipe'

/** A column as the list shows it. */
export interface Item {
  key: string
  column: Column
  name: string
  changed: boolean
  author: Author | undefined
  question: boolean
  /** Its evidence is of other rows or values than there are now. */
  stale: boolean
  /** What the server says is wrong with it. */
  problems: string[]
}

export const SHOWS = ['all', 'questions', 'failing', 'changed', 'personal'] as const
export type Show = (typeof SHOWS)[number]

/** @param ledger what a build by the draft would do now; undefined while that is not known */
export function itemsOf(
  draft: Draft,
  author: Author,
  problem: Problem | undefined,
  ledger: Schemas['Ledger'] | undefined,
): Item[] {
  const columns = draft.present.columns ?? []
  const keys = keysOf(columns)
  const before = columnsByKey(draft.base)
  const asked = new Set(draft.present.questions?.map((question) => question.column))
  return columns.map((column, index) => {
    const key = keys[index] as string
    const earlier = before.get(key)
    const changed = !earlier || aspectsChanged(earlier, column).length > 0
    const name = nameOf(column)
    return {
      key,
      column,
      name,
      changed,
      author: changed ? 'PERSON' : (column.evidence?.author ?? author),
      question: asked.has(name),
      stale: column.evidence !== undefined && isStale(column.evidence, name, ledger),
      problems: problem?.at(`/columns/${index}`) ?? [],
    }
  })
}

/** Rows were added, or values put right, since it was measured. */
function isStale(evidence: Evidence, name: string, ledger: Schemas['Ledger'] | undefined): boolean {
  if (!ledger) return false
  const rows = ledger.unpivoted ?? ledger.bronze
  const failed = ledger.rejection_reasons?.[`invalid_${name}`] ?? 0
  return evidence.rows !== rows || evidence.failed !== failed
}

/** Those that somebody looks for, whatever the case and accents of what they type. */
export function found(items: Item[], words: string, show: Show): Item[] {
  const wanted = plain(words)
  return items.filter(
    (item) =>
      shown(item, show) &&
      (wanted === '' ||
        plain(item.name).includes(wanted) ||
        plain(item.column.source_column).includes(wanted)),
  )
}

function shown(item: Item, show: Show): boolean {
  switch (show) {
    case 'all':
      return true
    case 'questions':
      return item.question
    case 'failing':
      return item.problems.length > 0 || (item.column.evidence?.failed ?? 0) > 0
    case 'changed':
      return item.changed
    case 'personal':
      return (
        item.column.mask != null || PERSONAL.includes(item.column.evidence?.semantic_type ?? '')
      )
  }
}

const PERSONAL = [
  'EMAIL',
  'PHONE',
  'PERSON_NAME',
  'ADDRESS',
  'BIRTH_DATE',
  'NATIONAL_ID',
  'IBAN',
  'CARD_NUMBER',
  'IP_ADDRESS',
]

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
