import { Graph, layout } from '@dagrejs/dagre'
import { sourcesOf, type Relationship } from './relationship'

export type Box = { source: string; x: number; y: number; width: number; height: number }
export type Line = { relationship: Relationship; path: string; x: number; y: number; words: string }
export type Layout = { width: number; height: number; boxes: Box[]; lines: Line[] }

const HEIGHT = 40
const MARGIN = 16

/** Where each table stands, and the line from each that refers to another. */
export function layOut(relationships: Relationship[]): Layout {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 60, marginx: MARGIN, marginy: MARGIN })
  for (const source of sourcesOf(relationships)) {
    graph.setNode(source, { width: Math.min(220, 40 + short(source).length * 8.5), height: HEIGHT })
  }
  for (const one of relationships) {
    const words = short(one.from.columns.join(' + '))
    graph.setEdge(
      one.from.source,
      one.to.source,
      { width: words.length * 7 + 8, height: 18, labelpos: 'c' },
      one.id,
    )
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width,
    height,
    boxes: graph
      .nodes()
      .map((source) => ({ source, ...(graph.node(source) as Omit<Box, 'source'>) })),
    lines: relationships.map((relationship) => {
      const edge = graph.edge(
        relationship.from.source,
        relationship.to.source,
        relationship.id,
      ) as {
        points: { x: number; y: number }[]
        x: number
        y: number
      }
      return {
        relationship,
        path: smooth(edge.points),
        x: edge.x,
        y: edge.y,
        words: short(relationship.from.columns.join(' + ')),
      }
    }),
  }
}

export const short = (text: string) => (text.length > 24 ? `${text.slice(0, 23)}…` : text)

/** Through the middles of the way, so that it bends rather than breaks. */
function smooth(points: { x: number; y: number }[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  const last = rest.at(-1) ?? first
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last
    const end =
      index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    return `Q${point.x},${point.y} ${end.x},${end.y}`
  })
  return `M${first.x},${first.y} ${bends.length > 0 ? bends.join(' ') : `L${last.x},${last.y}`}`
}
