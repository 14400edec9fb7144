import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use as register, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { drawingOf, type Drawing } from '../chart/drawing'
import { dress, type Look } from '../chart/dress'
import { markup, Markup } from './markup'

register([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** For desks and paper, and for telephones, on which the letters of a wide one would be too small to read. */
const WIDTHS = { wide: 860, narrow: 350 }
const ROW = 24
/** Of a bar among those of a place, with the gap to the next. */
const BAR = 9
const LEGEND_LINE = 22
const FONT = "system-ui, -apple-system, 'Segoe UI', sans-serif"

/** A chart that stands by itself, in light and in dark; undefined where there is nothing to draw. */
export function chartSvg(option: Readonly<Record<string, unknown>>): Markup | undefined {
  const drawing = drawingOf(option)
  if (!drawing) return undefined
  const both = (scheme: Look['scheme']) =>
    markup`<div class="${scheme}"><div class="wide">${drawn(drawing, scheme, WIDTHS.wide)}</div>
      <div class="narrow">${drawn(drawing, scheme, WIDTHS.narrow)}</div></div>`
  return markup`${both('light')} ${both('dark')}`
}

function drawn(drawing: Drawing, scheme: Look['scheme'], width: number): Markup {
  const row = Math.max(ROW, drawing.series.length * BAR + 6)
  const more = (legendLines(drawing, width) - 1) * LEGEND_LINE
  const upright = width < WIDTHS.wide ? 260 : 340
  const height =
    (drawing.lying ? Math.max(220, drawing.places.labels.length * row + 80) : upright) + more
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(still(dress(drawing, { scheme, still: true, font: FONT, width }), more))
    return inert(chart.renderToSVGString(), width, height)
  } finally {
    chart.dispose()
  }
}

/** How many lines the names of the series take, about. */
function legendLines(drawing: Drawing, width: number): number {
  if (drawing.series.length < 2) return 1
  const names = drawing.series.map(({ name }) => Math.min(140, name.length * 7) + 45)
  return Math.ceil(names.reduce((sum, name) => sum + name, 0) / width)
}

/** On paper nothing is pointed at, and nothing turns over: the names of series take all the lines that they need. */
function still(option: EChartsCoreOption, more: number): EChartsCoreOption {
  const legend = option.legend as object | false
  const grid = option.grid as { top: number }
  return {
    ...option,
    tooltip: undefined,
    grid: { ...grid, top: grid.top + more },
    legend: legend && { ...legend, type: 'plain' },
  }
}

/** Only what draws: whatever a value had smuggled in could neither run nor reach out. */
function inert(svg: string, width: number, height: number): Markup {
  const image = new DOMParser().parseFromString(svg, 'image/svg+xml')
  if (image.querySelector('parsererror')) return new Markup('')
  for (const element of image.querySelectorAll('script, foreignObject, a, image, use')) {
    element.remove()
  }
  for (const element of image.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) {
      if (/^on|href$/i.test(name)) element.removeAttribute(name)
    }
  }
  const root = image.documentElement
  root.setAttribute('viewBox', `0 0 ${width} ${height}`)
  root.removeAttribute('height')
  root.setAttribute('width', '100%')
  root.setAttribute('role', 'img')
  return new Markup(new XMLSerializer().serializeToString(root))
}
