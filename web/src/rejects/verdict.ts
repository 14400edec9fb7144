import type { Schemas } from '../api/api'
import type { ChangedRow } from '../rows/fetching'

/** What became of the row whose value was put right. */
export type Verdict = 'open' | 'accepted' | 'copy' | 'left'

/** As far as the value alone tells. */
export const verdictOf = ({ accepted }: Pick<Schemas['Mended'], 'accepted'>): Verdict =>
  accepted === undefined ? 'open' : accepted ? 'accepted' : 'left'

/** As its build tells, of all parts of a row: one that is left out is what one wants to know of. */
export function verdictOfRows(rows: Pick<ChangedRow, 'fate'>[]): Verdict {
  const fates = new Set(rows.map(({ fate }) => fate))
  if (fates.has('rejected') || fates.has('filtered')) return 'left'
  if (fates.has('kept') || fates.has('changed')) return 'accepted'
  return fates.has('duplicate') ? 'copy' : 'open'
}
