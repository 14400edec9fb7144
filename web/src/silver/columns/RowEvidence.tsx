import type { Column, Evidence } from '../draft/recipe'
import { useMeasurement } from '../queries'
import { EvidenceBar, FailedShare } from './EvidenceBar'

/**
 * The evidence that came with a column; one that was edited, or of which the rows say something else by now, is
 * measured while it is in sight.
 */
export function RowEvidence(props: { source: string; column: Column; stale: boolean }) {
  const { source, column, stale } = props
  return column.evidence && !stale ? (
    <Shown evidence={column.evidence} />
  ) : (
    <Measured source={source} column={column} />
  )
}

function Measured({ source, column }: { source: string; column: Column }) {
  const { query, behind } = useMeasurement(source, column)
  return <Shown evidence={query.data?.evidence ?? column.evidence} behind={behind} />
}

function Shown({ evidence, behind }: { evidence: Evidence | undefined; behind?: boolean }) {
  return (
    <>
      <EvidenceBar evidence={evidence} behind={behind} />
      <FailedShare evidence={evidence} />
    </>
  )
}
