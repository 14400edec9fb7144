import { useTranslation } from 'react-i18next'
import { Chart } from '../chart/Chart'
import type { Schemas } from '../api/api'

const ROW = 26

/** The chart of an answer, as high as its groups need. */
export function AnswerChart(props: {
  option: NonNullable<Schemas['Answer']['chart']>
  question: string
  height?: number
}) {
  const { option, question, height = 300 } = props
  const { t } = useTranslation('answers')
  const groups = (option.yAxis as { data?: unknown[] } | undefined)?.data?.length ?? 0
  return (
    <Chart
      option={option}
      label={t('chartOf', { question })}
      height={Math.max(height, groups * ROW + 80)}
    />
  )
}
