/** What a chart shows: figures at places, one series or several. */
export type Drawing = {
  kind: 'line' | 'bar'
  /** Bars that lie: their names are many or long. */
  lying: boolean
  places: { name: string; labels: string[] }
  figures: { name: string }
  series: { name: string; values: (number | null)[] }[]
}

/** An ECharts option as the server sends it; undefined where it is none that can be drawn. */
export function drawingOf(option: Readonly<Record<string, unknown>>): Drawing | undefined {
  const x = axis(option.xAxis)
  const y = axis(option.yAxis)
  if (!x || !y) return undefined
  const lying = y.labels !== undefined
  const [places, figures] = lying ? [y, x] : [x, y]
  const labels = places.labels
  const sent = Array.isArray(option.series) ? option.series : [option.series]
  if (!labels || !sent.every(isRecord)) return undefined
  const series = sent.map((one) => ({
    name: text(one.name),
    values: (Array.isArray(one.data) ? one.data : []).map(figure),
  }))
  return {
    kind: sent[0]?.type === 'line' ? 'line' : 'bar',
    lying,
    places: { name: places.name, labels },
    figures: { name: figures.name },
    series,
  }
}

/** The drawing as a table: a row a place, a column a series. */
export function tableOf(drawing: Drawing): { head: string[]; rows: (string | number | null)[][] } {
  const only = drawing.series.length === 1
  return {
    head: [
      drawing.places.name,
      ...drawing.series.map((series) => (only && drawing.figures.name) || series.name),
    ],
    rows: drawing.places.labels.map((label, place) => [
      label,
      ...drawing.series.map((series) => series.values[place] ?? null),
    ]),
  }
}

export type Extremes = {
  least: { place: string; value: number }
  most: { place: string; value: number }
}

/** Where the first series is least and where it is most, for those who do not see it. */
export function extremes(drawing: Drawing): Extremes | undefined {
  let found: Extremes | undefined
  drawing.series[0]?.values.forEach((value, at) => {
    if (value === null) return
    const here = { place: drawing.places.labels[at] ?? '', value }
    if (!found) found = { least: here, most: here }
    else if (value < found.least.value) found = { ...found, least: here }
    else if (value > found.most.value) found = { ...found, most: here }
  })
  return found
}

function axis(sent: unknown): { name: string; labels?: string[] } | undefined {
  const one = Array.isArray(sent) ? sent[0] : sent
  if (!isRecord(one)) return undefined
  const name = text(one.name)
  return Array.isArray(one.data) ? { name, labels: one.data.map(text) } : { name }
}

/** Exact numbers that JSON cannot hold come as text; a chart needs no more than is seen of them. */
function figure(value: unknown): number | null {
  if (value === null || value === undefined || value === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

const text = (value: unknown) =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
