import type { Figures } from './figures'
import { goldName } from './goldName'

export type Fate =
  | 'read'
  | 'mended'
  | 'unreadable'
  | 'bronze'
  | 'reshaped'
  | 'silver'
  | 'rejected'
  | 'reason'
  | 'moreReasons'
  | 'duplicates'
  | 'filtered'
  | 'gold'

/** Rows that share a fate, and the view that shows them. */
export type FlowNode = { id: string; fate: Fate; name?: string; rows: number; to: string }

/** How many of them come from where. */
export type FlowLink = { source: string; target: string; rows: number }

export type Flow = { nodes: FlowNode[]; links: FlowLink[]; overlapping: boolean }

const MOST_REASONS = 8

/** The way of all rows of a source, each node behind those that it comes from. */
export function flowOf(source: string, figures: Figures): Flow {
  const base = `/sources/${encodeURIComponent(source)}`
  const nodes: FlowNode[] = []
  const links: FlowLink[] = []
  const add = (from: string | undefined, node: FlowNode, weight = node.rows) => {
    if (node.rows <= 0 && node.fate !== 'read' && node.fate !== 'bronze') return
    nodes.push(node)
    if (from !== undefined && weight > 0)
      links.push({ source: from, target: node.id, rows: weight })
  }
  const rows = (layer: string, more: Record<string, string> = {}) =>
    `${base}/rows?${new URLSearchParams({ layer, ...more }).toString()}`
  const malformed = rows('bronze', { view: 'malformed' })

  add(undefined, { id: 'read', fate: 'read', rows: figures.read, to: rows('bronze') })
  add(
    'read',
    { id: 'bronze', fate: 'bronze', rows: figures.bronze, to: rows('bronze') },
    figures.bronze - figures.mended,
  )
  add('read', { id: 'mended', fate: 'mended', rows: figures.mended, to: malformed })
  if (figures.mended > 0) links.push({ source: 'mended', target: 'bronze', rows: figures.mended })
  add('read', { id: 'unreadable', fate: 'unreadable', rows: figures.unreadable, to: malformed })

  const ledger = figures.ledger
  if (ledger === undefined) return { nodes, links, overlapping: false }
  let from = 'bronze'
  if (ledger.unpivoted !== undefined) {
    add(from, { id: 'reshaped', fate: 'reshaped', rows: ledger.unpivoted, to: rows('silver') })
    from = 'reshaped'
  }
  add(from, { id: 'silver', fate: 'silver', rows: ledger.silver, to: rows('silver') })
  figures.gold.forEach(({ table, rows: size }) =>
    add('silver', {
      id: `gold ${table}`,
      fate: 'gold',
      name: goldName(source, table),
      rows: size,
      to: rows('gold', { table }),
    }),
  )
  add(from, {
    id: 'duplicates',
    fate: 'duplicates',
    rows: ledger.duplicates,
    to: `${base}/rows?fate=duplicate`,
  })
  add(from, {
    id: 'filtered',
    fate: 'filtered',
    rows: ledger.filtered,
    to: `${base}/rows?fate=filtered`,
  })
  add(from, { id: 'rejected', fate: 'rejected', rows: ledger.rejected, to: `${base}/rejects` })
  const overlapping = reasons(ledger.rejection_reasons ?? {}, ledger.rejected, base, add)
  return { nodes, links, overlapping }
}

/** Splits the rejected rows by reason; whether some row has several. */
function reasons(
  counts: Record<string, number>,
  rejected: number,
  base: string,
  add: (from: string, node: FlowNode, weight: number) => void,
): boolean {
  const all = Object.entries(counts).sort(
    ([one, rows], [other, more]) => more - rows || one.localeCompare(other),
  )
  const sum = all.reduce((total, [, rows]) => total + rows, 0)
  // Rows with several reasons count under each; the bands share the width of the rows that there are.
  const scale = sum > rejected ? rejected / sum : 1
  all.slice(0, MOST_REASONS).forEach(([reason, rows]) =>
    add(
      'rejected',
      {
        id: `reason ${reason}`,
        fate: 'reason',
        name: reason,
        rows,
        to: `${base}/rejects?${new URLSearchParams({ reason }).toString()}`,
      },
      rows * scale,
    ),
  )
  const rest = all.slice(MOST_REASONS).reduce((total, [, rows]) => total + rows, 0)
  add(
    'rejected',
    { id: 'moreReasons', fate: 'moreReasons', rows: rest, to: `${base}/rejects` },
    rest * scale,
  )
  return sum > rejected
}
