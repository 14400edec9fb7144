import { describe, expect, it } from 'vitest'
import { alike, changes, onTop } from './compare'
import { renamedIn } from './edits'
import { begin, edited, isClean, type Draft, type Edit } from './history'
import { keysOf, nameOf, typeParts, type Column, type Recipe } from './recipe'

const column = (source: string, more: Partial<Column> = {}): Column => ({
  source_column: source,
  silver_name: source.toLowerCase(),
  target_type: 'TEXT',
  cleaning: [],
  null_strategy: 'KEEP_NULL',
  ...more,
})

const evidence = { rows: 3, missing: 0, parsed: 3, failed: 0, changed: 0, lossy: 0, confidence: 1 }

const recipe: Recipe = {
  columns: [column('Id'), column('Name'), column('Sold', { evidence })],
  deduplication: { key_columns: ['id'], strategy: 'KEEP_LATEST', order_by: 'sold DESC, id' },
  rules: [{ name: 'order', condition: "sold > id AND note <> 'sold'" }],
  questions: [{ column: 'sold', text: '?', choices: ['D/M', 'M/D'] }],
}

const draft = begin({ number: 1, author: 'PERSON', recipe })

const after = (from: Draft, ...edits: Edit[]) => edits.reduce(edited, from)
const names = (made: Draft) => made.present.columns?.map(nameOf)

describe('a draft', () => {
  it('goes back and forth through what was edited', () => {
    const renamed = after(draft, { do: 'rename', key: 'Id', to: 'order' })
    const moved = after(renamed, { do: 'move', key: 'Sold', by: -5 })
    expect(names(moved)).toEqual(['sold', 'order', 'name'])
    expect(names(after(moved, { do: 'undo' }))).toEqual(['order', 'name', 'sold'])
    expect(after(moved, { do: 'undo' }, { do: 'undo' }).present).toBe(recipe)
    expect(names(after(moved, { do: 'undo' }, { do: 'redo' }))).toEqual(['sold', 'order', 'name'])
    expect(after(draft, { do: 'undo' }, { do: 'redo' })).toBe(draft)
  })

  it('takes what is typed in one field as one edit, and forgets what was undone when something else is done', () => {
    const typed = after(
      draft,
      { do: 'rename', key: 'Id', to: 'o' },
      { do: 'rename', key: 'Id', to: 'or' },
      { do: 'rename', key: 'Name', to: 'n' },
    )
    expect(typed.past).toHaveLength(2)
    expect(names(after(typed, { do: 'undo' }))).toEqual(['or', 'name', 'sold'])
    const other = after(typed, { do: 'undo' }, { do: 'leave_out', key: 'Sold' })
    expect(other.future).toEqual([])
  })

  it('forgets evidence when a value is read otherwise and keeps it when only its name changes', () => {
    const named = after(draft, { do: 'rename', key: 'Sold', to: 'when' })
    expect(named.present.columns?.[2]?.evidence).toEqual({ ...evidence, author: 'PERSON' })
    const read = after(draft, { do: 'column', key: 'Sold', change: { target_type: 'DATE' } })
    expect(read.present.columns?.[2]).not.toHaveProperty('evidence')
  })

  it('renames a column wherever the recipe speaks of it, but not in texts', () => {
    const { present } = after(draft, { do: 'rename', key: 'Sold', to: 'sold on' })
    expect(present.deduplication?.order_by).toBe('"sold on" DESC, id')
    expect(present.rules?.[0]?.condition).toBe(`"sold on" > id AND note <> 'sold'`)
    expect(present.questions?.[0]?.column).toBe('sold on')
    expect(renamedIn('unsold + sold', 'sold', 's')).toBe('unsold + s')
  })

  it('is clean again when everything is as before', () => {
    const made = after(draft, { do: 'leave_out', key: 'Name' })
    expect(isClean(made)).toBe(false)
    expect(isClean(after(made, { do: 'discard' }))).toBe(true)
    expect(names(after(made, { do: 'discard' }, { do: 'undo' }))).toEqual(['id', 'sold'])
    const back = after(made, { do: 'bring_back', column: column('Name') })
    expect(changes(recipe, back.present)).toEqual([{ kind: 'order' }])
  })
})

describe('somebody else', () => {
  const theirs = after(
    draft,
    { do: 'rename', key: 'Id', to: 'number' },
    { do: 'column', key: 'Name', change: { mask: { how: 'hash' } } },
    { do: 'leave_out', key: 'Sold' },
  ).present
  const inForce = { number: 2, author: 'PERSON' as const, recipe: theirs }

  it('is noticed by whoever has edits of their own, and followed by whoever has none', () => {
    expect(after(draft, { do: 'arrived', inForce }).present).toBe(theirs)
    const mine = after(draft, { do: 'rename', key: 'Name', to: 'client' })
    const told = after(mine, { do: 'arrived', inForce })
    expect(told.theirs).toBe(inForce)
    expect(names(told)).toEqual(['id', 'client', 'sold'])
    expect(after(told, { do: 'take_theirs' }).present).toBe(theirs)
  })

  it('keeps what they changed under what I changed', () => {
    const mine = after(
      draft,
      { do: 'column', key: 'Name', change: { validation: 'NOT NULL', on_violation: 'WARN' } },
      { do: 'column', key: 'Sold', change: { null_strategy: 'DROP_ROW' } },
      { do: 'table', change: { reject_limit: 0.1 } },
    )
    const told = after(mine, { do: 'arrived', inForce })
    const together = after(told, { do: 'put_on_top' })
    expect(names(together)).toEqual(['number', 'name', 'sold'])
    expect(together.present.columns?.[1]).toMatchObject({
      mask: { how: 'hash' },
      validation: 'NOT NULL',
    })
    expect(together.present.reject_limit).toBe(0.1)
    expect(together.number).toBe(2)
    expect(after(together, { do: 'undo' }).present).toEqual(mine.present)
  })

  it('is not taken for somebody else when it is what I sent', () => {
    const mine = after(draft, { do: 'rename', key: 'Name', to: 'client' })
    const sent = after(mine, { do: 'sent' })
    const further = after(sent, { do: 'rename', key: 'Id', to: 'order' })
    const back = after(further, {
      do: 'arrived',
      inForce: { number: 2, author: 'PERSON', recipe: mine.present },
    })
    expect(back.theirs).toBeUndefined()
    expect(back.number).toBe(2)
    expect(names(back)).toEqual(['order', 'client', 'sold'])
  })

  it('may leave a column out that I did not touch', () => {
    const without = { ...recipe, columns: recipe.columns?.slice(0, 2) }
    expect(keysOf(onTop(recipe, recipe, without).columns ?? [])).toEqual(['Id', 'Name'])
    const mineWithout = { ...recipe, columns: recipe.columns?.slice(1) }
    expect(keysOf(onTop(recipe, mineWithout, without).columns ?? [])).toEqual(['Name'])
  })
})

it('tells recipes apart by what they build, not by how they are written', () => {
  expect(alike(recipe, { ...recipe, notes: ['x'], proposals: [] })).toBe(true)
  expect(alike({ columns: [] }, { columns: [], deduplication: { strategy: 'NONE' } })).toBe(true)
  expect(alike({ columns: [] }, { columns: [], rules: [] })).toBe(true)
  expect(changes(recipe, { ...recipe, deduplication: undefined })).toEqual([
    { kind: 'table', part: 'deduplication' },
  ])
})

it('knows columns by where they come from', () => {
  expect(keysOf([column('a'), column('b'), column('a')])).toEqual(['a', 'b', 'a#2'])
  expect(typeParts('DECIMAL(9, 3)')).toEqual({ name: 'DECIMAL', digits: 9, decimals: 3 })
})
