/** A row that is looked at, among those that were left out for a reason. */
export interface Opened {
  reason: string | undefined
  at: number
  /** Rows move up when one is rescued: each opening is one of its own. */
  turn: number
}

/** How many rows are left out, for the reason that is looked at and for any. */
export interface Left {
  withReason: number
  all: number
}

/**
 * The row to put right after this one, once the rows have been made again: where it is rescued, the next one has taken
 * its place.
 */
export function nextOf(now: Opened, stays: boolean, left: Left): Opened | undefined {
  const go = (reason: string | undefined, at: number): Opened => ({
    reason,
    at,
    turn: now.turn + 1,
  })
  const at = stays ? now.at + 1 : now.at
  if (at < left.withReason) return go(now.reason, at)
  if (left.withReason > (stays ? 1 : 0)) return go(now.reason, 0)
  const others = left.all - (stays ? 1 : 0)
  return now.reason !== undefined && left.withReason === 0 && others > 0
    ? go(undefined, 0)
    : undefined
}
