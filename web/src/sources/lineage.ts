import type { Schemas } from '../api/api'

export type Node = Schemas['LineageNode']
export type Edge = Schemas['LineageEdge']
type Lineage = Schemas['Lineage']

/** The columns of one table, or the origin alone. */
export type Group = {
  id: string
  table?: string
  layer?: Schemas['Layer']
  source?: string
  nodes: Node[]
}

/** The tables of a lineage in its order. */
export function groupsOf(lineage: Lineage): Group[] {
  const groups = new Map<string, Group>()
  for (const node of lineage.nodes) {
    const id = `${node.source_id ?? ''} ${node.table ?? ''}`
    const group = groups.get(id)
    if (group) group.nodes.push(node)
    else
      groups.set(id, {
        id,
        table: node.table,
        layer: node.layer,
        source: node.source_id,
        nodes: [node],
      })
  }
  return [...groups.values()]
}

/** Which table is made with the help of which, each pair once. */
export function tableEdges(lineage: Lineage, groups: Group[]): [from: string, to: string][] {
  const owner = new Map(groups.flatMap((group) => group.nodes.map((node) => [node.id, group.id])))
  const pairs = new Map<string, [string, string]>()
  for (const edge of lineage.edges) {
    const from = owner.get(edge.from)
    const to = owner.get(edge.to)
    if (from !== undefined && to !== undefined && from !== to) {
      pairs.set(`${from}\n${to}`, [from, to])
    }
  }
  return [...pairs.values()]
}

/** Everything that a column is made of and everything that is made of it; nothing beside. */
export function pathOf(lineage: Lineage, column: string): Lineage {
  const up = reach(column, lineage.edges, (edge) => [edge.to, edge.from])
  const down = reach(column, lineage.edges, (edge) => [edge.from, edge.to])
  const both = new Set([...up, ...down])
  return {
    nodes: lineage.nodes.filter((node) => both.has(node.id)),
    edges: lineage.edges.filter(
      (edge) =>
        (up.has(edge.from) && up.has(edge.to)) || (down.has(edge.from) && down.has(edge.to)),
    ),
  }
}

function reach(
  start: string,
  edges: Edge[],
  step: (edge: Edge) => [at: string, next: string],
): Set<string> {
  const next = new Map<string, string[]>()
  for (const edge of edges) {
    const [at, to] = step(edge)
    const all = next.get(at)
    if (all) all.push(to)
    else next.set(at, [to])
  }
  const found = new Set([start])
  const open = [start]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of next.get(at) ?? []) {
      if (!found.has(to)) {
        found.add(to)
        open.push(to)
      }
    }
  }
  return found
}
