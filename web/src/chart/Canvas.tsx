import { useComputedColorScheme, useMantineTheme } from '@mantine/core'
import { useElementSize, useReducedMotion } from '@mantine/hooks'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as install, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { Drawing } from './drawing'
import { dress } from './dress'

install([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

/** Draws; whoever cannot see it has the words and the table that Chart puts beside it. */
export function Canvas({ drawing, height }: { drawing: Drawing; height: number }) {
  const { fontFamily } = useMantineTheme()
  const scheme = useComputedColorScheme('light')
  const still = useReducedMotion()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  useEffect(() => {
    if (!place.current || width < 1) return
    chart.current ??= init(place.current, undefined, { renderer: 'svg', width, height })
    chart.current.resize({ width, height })
    chart.current.setOption(dress(drawing, { scheme, still, font: fontFamily ?? '', width }), true)
  }, [drawing, scheme, still, fontFamily, width, height])
  useEffect(
    () => () => {
      chart.current?.dispose()
      chart.current = null
    },
    [],
  )
  return (
    <div ref={ref} style={{ height, minWidth: 0 }} aria-hidden>
      <div ref={place} style={{ height }} />
    </div>
  )
}
