import dagre from '@dagrejs/dagre'

export type Box = { id: string; width: number; height: number }
export type Arrow = { from: string; to: string; dashed?: boolean }
export type Drawing = {
  width: number
  height: number
  boxes: Map<string, { x: number; y: number }>
  arrows: { path: string; dashed: boolean }[]
}

/** Places boxes from left to right, each behind those that lead to it. */
export function draw(boxes: Box[], arrows: Arrow[]): Drawing {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 56, marginx: 4, marginy: 4 })
  graph.setDefaultEdgeLabel(() => ({}))
  boxes.forEach((box) => graph.setNode(box.id, { width: box.width, height: box.height }))
  arrows.forEach((arrow) => graph.setEdge(arrow.from, arrow.to))
  dagre.layout(graph)
  const size = graph.graph()
  const places = new Map(
    boxes.map((box) => {
      const place = graph.node(box.id)
      return [box.id, { x: place.x - box.width / 2, y: place.y - box.height / 2 }] as const
    }),
  )
  const byId = new Map(boxes.map((box) => [box.id, box]))
  return {
    width: size.width ?? 0,
    height: size.height ?? 0,
    boxes: places,
    arrows: arrows.flatMap((arrow) => {
      const from = byId.get(arrow.from)
      const start = places.get(arrow.from)
      const to = byId.get(arrow.to)
      const end = places.get(arrow.to)
      if (!from || !start || !to || !end) return []
      const [x, y] = [start.x + from.width, start.y + from.height / 2]
      const [endX, endY] = [end.x, end.y + to.height / 2]
      const bend = Math.max(24, (endX - x) / 2)
      return [
        {
          path: `M${x},${y}C${x + bend},${y} ${endX - bend},${endY} ${endX},${endY}`,
          dashed: arrow.dashed ?? false,
        },
      ]
    }),
  }
}
