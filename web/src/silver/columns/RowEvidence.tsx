import type { Column } from '../draft/recipe'
import { useMeasurement } from '../queries'
import { EvidenceBar } from './EvidenceBar'

/** The evidence that came with a column; one that was edited is measured while it is in sight. */
export function RowEvidence({ source, column }: { source: string; column: Column }) {
  return column.evidence ? (
    <EvidenceBar evidence={column.evidence} />
  ) : (
    <Measured source={source} column={column} />
  )
}

function Measured({ source, column }: { source: string; column: Column }) {
  const { query, behind } = useMeasurement(source, column)
  return <EvidenceBar evidence={query.data?.evidence} behind={behind} />
}
