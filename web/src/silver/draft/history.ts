import { bringBack, changeColumn, leaveOut, move, rename } from './edits'
import { alike, onTop } from './compare'
import type { Column, InForce, Recipe } from './recipe'

/** A recipe while it is edited, with every state that one may go back to. */
export interface Draft {
  present: Recipe
  past: Recipe[]
  future: Recipe[]
  /** What was typed in one field is one edit. */
  field?: string
  /** What the edits began from. */
  base: Recipe
  /** The number of what they began from; 0 for a suggestion. */
  number: number
  /** What was sent to be built and has not come back yet. */
  sent?: Recipe
  /** What somebody else has put in force meanwhile. */
  theirs?: InForce
}

export type Edit =
  | { do: 'column'; key: string; change: Partial<Column>; field?: string }
  | { do: 'rename'; key: string; to: string }
  | { do: 'leave_out'; key: string }
  | { do: 'bring_back'; column: Column }
  | { do: 'move'; key: string; by: number }
  | { do: 'table'; change: Partial<Recipe>; field?: string }
  | { do: 'replace'; recipe: Recipe }
  /** What the server has made of a draft that may have been edited further meanwhile. */
  | { do: 'made'; of: Recipe; recipe: Recipe }
  | { do: 'undo' | 'redo' | 'discard' }
  | { do: 'sent' }
  | { do: 'arrived'; inForce: InForce }
  | { do: 'put_on_top' | 'take_theirs' }

const MOST_STEPS_BACK = 200

export function begin(inForce: InForce): Draft {
  return {
    present: inForce.recipe,
    past: [],
    future: [],
    base: inForce.recipe,
    number: inForce.number,
  }
}

/** What an edit makes of a draft. */
export function edited(draft: Draft, edit: Edit): Draft {
  const { present } = draft
  switch (edit.do) {
    case 'column':
      return next(
        draft,
        changeColumn(present, edit.key, edit.change),
        edit.field && `${edit.key}/${edit.field}`,
      )
    case 'rename':
      return next(draft, rename(present, edit.key, edit.to), `${edit.key}/name`)
    case 'leave_out':
      return next(draft, leaveOut(present, edit.key))
    case 'bring_back':
      return next(draft, bringBack(present, edit.column))
    case 'move':
      return next(draft, move(present, edit.key, edit.by))
    case 'table':
      return next(draft, { ...present, ...edit.change }, edit.field)
    case 'replace':
      return next(draft, edit.recipe)
    case 'made':
      return next(draft, edit.of === present ? edit.recipe : onTop(edit.of, present, edit.recipe))
    case 'undo': {
      const earlier = draft.past.at(-1)
      if (!earlier) return draft
      return {
        ...draft,
        present: earlier,
        past: draft.past.slice(0, -1),
        future: [present, ...draft.future],
        field: undefined,
      }
    }
    case 'redo': {
      const [later, ...rest] = draft.future
      if (!later) return draft
      return {
        ...draft,
        present: later,
        past: [...draft.past, present],
        future: rest,
        field: undefined,
      }
    }
    case 'discard':
      return next(draft, draft.base)
    case 'sent':
      return { ...draft, sent: present }
    case 'arrived':
      return arrived(draft, edit.inForce)
    case 'put_on_top':
      return draft.theirs ? onto(draft, draft.theirs) : draft
    case 'take_theirs':
      return draft.theirs ? begin(draft.theirs) : draft
  }
}

function next(draft: Draft, recipe: Recipe, field?: string): Draft {
  if (recipe === draft.present) return draft
  const goesOn = field !== undefined && field === draft.field
  return {
    ...draft,
    present: recipe,
    past: goesOn ? draft.past : [...draft.past, draft.present].slice(-MOST_STEPS_BACK),
    future: [],
    field,
  }
}

/** What is in force was asked anew: it may be mine, somebody else's, or the same as before. */
function arrived(draft: Draft, inForce: InForce): Draft {
  if (inForce.number === draft.number) {
    const suggestionAnew = inForce.number === 0 && !alike(inForce.recipe, draft.base)
    return suggestionAnew && isClean(draft) ? begin(inForce) : { ...draft, theirs: undefined }
  }
  const mine = draft.sent !== undefined && alike(draft.sent, inForce.recipe)
  if (mine || alike(draft.present, inForce.recipe))
    return {
      ...draft,
      base: inForce.recipe,
      number: inForce.number,
      present: alike(draft.present, inForce.recipe) ? inForce.recipe : draft.present,
      sent: undefined,
      theirs: undefined,
    }
  return isClean(draft) ? begin(inForce) : { ...draft, theirs: inForce }
}

function onto(draft: Draft, theirs: InForce): Draft {
  const together = onTop(draft.base, draft.present, theirs.recipe)
  return {
    ...next(draft, together),
    base: theirs.recipe,
    number: theirs.number,
    theirs: undefined,
  }
}

export const isClean = (draft: Draft) =>
  draft.present === draft.base || alike(draft.present, draft.base)
