import type { EChartsCoreOption } from 'echarts/core'
import { count, shortCount } from '../common/format'
import type { Drawing } from './drawing'

export type Look = { scheme: 'light' | 'dark'; still: boolean; font: string; width: number }

/** Each stands out from the page and from its neighbours; the same order in light and dark. */
const SERIES = {
  light: ['#2f7f8e', '#a97d14', '#a85a25', '#5e7383', '#6f5aa8', '#4d8440', '#b04a72', '#3a69b0'],
  dark: ['#58a2af', '#e5b435', '#d59c74', '#a7b5bf', '#b3a1e6', '#8cc57c', '#e58db0', '#86abe8'],
}

const INK = {
  light: { text: '#495057', line: '#dee2e6', back: '#ffffff' },
  dark: { text: '#c1c2c5', line: '#424242', back: '#2e2e2e' },
}

/** Lines are told apart by more than their colour. */
const SYMBOLS = [
  'circle',
  'rect',
  'triangle',
  'diamond',
  'emptyCircle',
  'emptyRect',
  'emptyTriangle',
  'emptyDiamond',
]

const LONGEST = 60

/** The drawing as ECharts draws it: in the page's colours, its numbers as the reader writes them. */
export function dress(drawing: Drawing, look: Look): EChartsCoreOption {
  const ink = INK[look.scheme]
  const many = drawing.series.length > 1
  const label = { color: ink.text, fontSize: 12, fontFamily: look.font }
  const named = { nameTextStyle: { ...label, fontSize: 12 } }
  const places = {
    type: 'category',
    data: drawing.places.labels.map(cut),
    inverse: drawing.lying,
    axisLine: { lineStyle: { color: ink.line } },
    axisTick: { show: false },
    axisLabel: {
      ...label,
      hideOverlap: true,
      overflow: 'truncate',
      width: drawing.lying ? Math.max(80, look.width * 0.34) : 110,
      interval: drawing.lying && drawing.places.labels.length <= 40 ? 0 : 'auto',
    },
  }
  const figures = {
    type: 'value',
    name: cut(drawing.figures.name),
    nameLocation: drawing.lying ? 'middle' : 'end',
    nameGap: drawing.lying ? 28 : 12,
    ...named,
    nameTextStyle: { ...named.nameTextStyle, align: drawing.lying ? 'center' : 'left' },
    splitLine: { lineStyle: { color: ink.line } },
    splitNumber: look.width < 420 ? 3 : 5,
    axisLabel: { ...label, hideOverlap: true, formatter: (value: number) => shortCount(value) },
  }
  return {
    animation: !look.still,
    animationDuration: 300,
    color: SERIES[look.scheme],
    textStyle: { fontFamily: look.font },
    grid: {
      left: 4,
      right: 16,
      bottom: 4,
      top: 8 + (many ? 26 : 0),
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    },
    legend: many && {
      type: 'scroll',
      top: 0,
      textStyle: { ...label, width: 140, overflow: 'truncate' },
      pageTextStyle: label,
      pageIconColor: ink.text,
      pageIconInactiveColor: ink.line,
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: drawing.kind === 'line' ? 'line' : 'shadow' },
      backgroundColor: ink.back,
      borderColor: ink.line,
      textStyle: label,
      formatter: pointedAt,
    },
    xAxis: drawing.lying ? figures : places,
    yAxis: drawing.lying ? places : figures,
    series: drawing.series.map((series, index) => ({
      type: drawing.kind,
      name: cut(series.name) || cut(drawing.figures.name),
      data: series.values,
      barMaxWidth: 36,
      itemStyle: drawing.kind === 'bar' ? { borderRadius: 3 } : {},
      symbol: SYMBOLS[index % SYMBOLS.length],
      symbolSize: 6,
      showSymbol: series.values.length <= 60,
      lineStyle: { width: 2 },
      emphasis: { focus: many ? 'series' : 'none' },
    })),
  }
}

type Pointed = { name: string; seriesName: string; value: number | null; color: string }

/** Made of elements and texts: names come from data, which may be markup. */
function pointedAt(pointed: unknown): HTMLElement {
  const all = (Array.isArray(pointed) ? pointed : [pointed]) as Pointed[]
  const box = document.createElement('div')
  const place = box.appendChild(document.createElement('strong'))
  place.dir = 'auto'
  place.textContent = all[0]?.name ?? ''
  for (const one of all) {
    const line = box.appendChild(document.createElement('div'))
    const mark = line.appendChild(document.createElement('span'))
    mark.textContent = '● '
    mark.style.color = one.color
    const name = line.appendChild(document.createElement('bdi'))
    name.textContent = one.seriesName
    line.append(': ', typeof one.value === 'number' ? count(one.value) : '–')
  }
  return box
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
