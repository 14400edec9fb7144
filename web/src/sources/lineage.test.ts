import { describe, expect, it } from 'vitest'
import type { Schemas } from '../api/api'
import { groupsOf, pathOf, tableEdges } from './lineage'

const node = (id: string, table?: string): Schemas['LineageNode'] => ({
  id,
  kind: table ? 'COLUMN' : 'ORIGIN',
  layer: table ? 'bronze' : undefined,
  source_id: 'orders',
  table,
  name: id,
  steps: [],
})
const edge = (from: string, to: string) => ({ from, to, use: 'VALUE' as const })

const lineage: Schemas['Lineage'] = {
  nodes: [
    node('file'),
    node('a', 'bronze'),
    node('b', 'bronze'),
    node('x', 'silver'),
    node('y', 'silver'),
    node('sum', 'gold'),
  ],
  edges: [
    edge('file', 'a'),
    edge('file', 'b'),
    edge('a', 'x'),
    edge('b', 'y'),
    edge('x', 'sum'),
    edge('y', 'sum'),
  ],
}

describe('the path of a column', () => {
  it('is all that it is made of and all that is made of it', () => {
    const path = pathOf(lineage, 'x')
    expect(path.nodes.map((one) => one.id)).toEqual(['file', 'a', 'x', 'sum'])
    expect(path.edges).toHaveLength(3)
  })

  it('of a figure has every column that it needs', () => {
    expect(pathOf(lineage, 'sum').nodes).toHaveLength(6)
  })
})

describe('the tables', () => {
  it('are joined once, however many columns lead from one to the other', () => {
    const groups = groupsOf(lineage)
    expect(groups.map((group) => group.nodes.length)).toEqual([1, 2, 2, 1])
    expect(tableEdges(lineage, groups)).toHaveLength(3)
  })
})
