import { Box, Skeleton } from '@mantine/core'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../common/format'
import { drawingOf, extremes, type Drawing } from './drawing'
import { Figures } from './Figures'

const Canvas = lazy(() => import('./Canvas').then((module) => ({ default: module.Canvas })))

type Props = {
  /** An ECharts option, as the server sends it. */
  option: Readonly<Record<string, unknown>>
  /** What it shows, in words. */
  label: string
  height?: number
}

/** A chart, with its figures in words and as a table for those who do not see it. */
export function Chart({ option, label, height = 320 }: Props) {
  const drawing = useMemo(() => drawingOf(option), [option])
  return drawing && <Drawn drawing={drawing} label={label} height={height} />
}

/** As Chart, of what is a drawing already. */
export function Drawn(props: { drawing: Drawing; label: string; height: number }) {
  const { t } = useTranslation('chart')
  const { drawing, label, height } = props
  const ends = extremes(drawing)
  const words = ends
    ? t('spoken', {
        label,
        places: count(drawing.places.labels.length),
        leastPlace: ends.least.place.slice(0, 80),
        least: count(ends.least.value),
        mostPlace: ends.most.place.slice(0, 80),
        most: count(ends.most.value),
      })
    : label
  return (
    <Box component="figure" m={0} miw={0}>
      <div role="img" aria-label={words}>
        <Suspense fallback={<Skeleton height={height} />}>
          <Canvas drawing={drawing} height={height} />
        </Suspense>
      </div>
      <Figures drawing={drawing} label={label} />
    </Box>
  )
}
