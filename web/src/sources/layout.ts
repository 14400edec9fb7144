import { sankey, sankeyLeft, sankeyLinkHorizontal } from 'd3-sankey'
import type { Flow, FlowNode } from './flow'

/** A node with its place, and the shape of each band that leads to it. */
export type Placed = {
  node: FlowNode
  x: number
  y: number
  width: number
  height: number
  bands: { path: string; width: number }[]
}

const LABEL = 240
const PADDING = 40

/** Places a flow to scale; only what would be thinner than a hair is drawn as one. */
export function layOut(flow: Flow, width: number): { placed: Placed[]; height: number } {
  const perColumn = new Map<number, number>()
  const depth = depths(flow)
  flow.nodes.forEach((node) => {
    const column = depth.get(node.id) ?? 0
    perColumn.set(column, (perColumn.get(column) ?? 0) + 1)
  })
  const most = Math.max(...perColumn.values())
  const height = Math.max(300, most * (PADDING + 6) + 60)
  const layout = sankey<FlowNode, object>()
    .nodeId((node) => node.id)
    .nodeAlign(sankeyLeft)
    .nodeSort(null)
    .linkSort(null)
    .nodeWidth(10)
    .nodePadding(PADDING)
    .extent([
      [1, 14],
      [width - LABEL, height - 18],
    ])
  const drawn = layout({
    nodes: flow.nodes.map((node) => ({ ...node })),
    links: flow.links.map((link) => ({
      source: link.source,
      target: link.target,
      value: link.rows,
    })),
  })
  const path = sankeyLinkHorizontal<FlowNode, object>()
  const placed = drawn.nodes.map((node) => ({
    node,
    x: node.x0 ?? 0,
    y: node.y0 ?? 0,
    width: (node.x1 ?? 0) - (node.x0 ?? 0),
    height: Math.max(2, (node.y1 ?? 0) - (node.y0 ?? 0)),
    bands: (node.targetLinks ?? []).map((link) => ({
      path: path(link) ?? '',
      width: Math.max(1.5, link.width ?? 0),
    })),
  }))
  return { placed, height }
}

function depths(flow: Flow): Map<string, number> {
  const depth = new Map<string, number>()
  // Nodes stand behind those that they come from, but a band may lead back to one that stands earlier.
  for (let round = 0; round < 6; round++) {
    flow.links.forEach((link) =>
      depth.set(
        link.target,
        Math.max(depth.get(link.target) ?? 0, (depth.get(link.source) ?? 0) + 1),
      ),
    )
  }
  return depth
}
