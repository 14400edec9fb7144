import { aspectsChanged } from './compare'
import { begin, isClean, type Draft } from './history'
import { columnsByKey, type InForce, type Recipe } from './recipe'

/** Edits that were not applied outlive a reload, in this tab alone. */
const PREFIX = 'assay-silver-draft:'

interface Kept {
  number: number
  base: Recipe
  present: Recipe
}

/** What was measured is known to the server, and may be large. */
const slim = (recipe: Recipe): Recipe => ({
  ...recipe,
  columns: recipe.columns?.map((column) => ({ ...column, evidence: undefined })),
})

export function keep(source: string, draft: Draft): void {
  try {
    if (isClean(draft)) sessionStorage.removeItem(PREFIX + source)
    else {
      const kept: Kept = {
        number: draft.number,
        base: slim(draft.base),
        present: slim(draft.present),
      }
      sessionStorage.setItem(PREFIX + source, JSON.stringify(kept))
    }
  } catch {
    // A browser that keeps nothing loses the draft on reload, as any page would.
  }
}

/** The draft as it was left, else a new one of what is in force. */
export function resume(source: string, inForce: InForce): Draft {
  const kept = read(source)
  if (!kept) return begin(inForce)
  const known = columnsByKey(inForce.recipe)
  const measured = (recipe: Recipe): Recipe => {
    const keys = [...columnsByKey(recipe).keys()]
    return {
      ...recipe,
      columns: recipe.columns?.map((column, index) => {
        const same = known.get(keys[index] as string)
        const reading = same && aspectsChanged(same, column)
        return reading && !reading.includes('type') && !reading.includes('steps')
          ? { ...column, evidence: same?.evidence }
          : column
      }),
    }
  }
  const present = measured(kept.present)
  const base = kept.number === inForce.number ? inForce.recipe : measured(kept.base)
  const draft: Draft = {
    present,
    past: [base],
    future: [],
    base,
    number: kept.number,
    ...(kept.number !== inForce.number && { theirs: inForce }),
  }
  return isClean(draft) ? begin(inForce) : draft
}

function read(source: string): Kept | undefined {
  try {
    const text = sessionStorage.getItem(PREFIX + source)
    return text === null ? undefined : (JSON.parse(text) as Kept)
  } catch {
    return undefined
  }
}
