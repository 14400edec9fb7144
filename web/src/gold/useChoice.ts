import { useState } from 'react'
import type { GoldTable } from './tables'

/** A suggestion on its card, under the name that it came with. */
export type Card = { key: string; table: GoldTable; notes?: string[] }

/** Which suggestions are chosen, how they were edited, and which were described in words. */
export function useChoice() {
  const [worded, setWorded] = useState<Card[]>([])
  const [edited, setEdited] = useState<ReadonlyMap<string, GoldTable>>(new Map())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (key: string, yes: boolean) =>
    setChosen((before) => {
      const after = new Set(before)
      if (yes) after.add(key)
      else after.delete(key)
      return after
    })
  return {
    worded,
    chosen,
    choose,
    clear: () => setChosen(new Set()),
    /** What was described in words stands first, and is chosen. */
    describe: (tables: GoldTable[], notes: string[]) => {
      const cards = tables.map((table) => ({ key: table.name, table, notes }))
      const names = new Set(cards.map((card) => card.key))
      setWorded((before) => [...cards, ...before.filter((card) => !names.has(card.key))])
      cards.forEach((card) => choose(card.key, true))
    },
    edit: (key: string, table: GoldTable) => {
      setEdited((before) => new Map(before).set(key, table))
      choose(key, true)
    },
    asEdited: (card: Card): Card => ({ ...card, table: edited.get(card.key) ?? card.table }),
  }
}
