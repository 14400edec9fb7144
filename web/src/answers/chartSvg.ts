import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use as register, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { drawingOf, type Drawing } from '../chart/drawing'
import { dress } from '../chart/dress'
import { markup, Markup } from './markup'

register([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

const WIDTH = 860
const ROW = 24
const FONT = "system-ui, -apple-system, 'Segoe UI', sans-serif"

/** A chart that stands by itself, in light and in dark; undefined where there is nothing to draw. */
export function chartSvg(option: Readonly<Record<string, unknown>>): Markup | undefined {
  const drawing = drawingOf(option)
  if (!drawing) return undefined
  return markup`<div class="light">${drawn(drawing, 'light')}</div>
    <div class="dark">${drawn(drawing, 'dark')}</div>`
}

function drawn(drawing: Drawing, scheme: 'light' | 'dark'): Markup {
  const height = drawing.lying ? Math.max(220, drawing.places.labels.length * ROW + 80) : 340
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height })
  try {
    chart.setOption(still(dress(drawing, { scheme, still: true, font: FONT, width: WIDTH })))
    return inert(chart.renderToSVGString(), WIDTH, height)
  } finally {
    chart.dispose()
  }
}

/** On paper nothing is pointed at, and nothing turns over. */
function still(option: EChartsCoreOption): EChartsCoreOption {
  const legend = option.legend as object | false
  return {
    ...option,
    tooltip: undefined,
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
