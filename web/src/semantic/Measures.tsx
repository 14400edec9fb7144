import { useTranslation } from 'react-i18next'
import { MeasureFields } from './MeasureFields'
import type { Measure, Model } from './model'
import { Parts } from './Parts'

type Props = {
  measures: Measure[]
  known: Model
  columns: string[]
  at: (pointer: string) => string[]
  onChange: (measures: Measure[]) => void
}

/** The figures that are asked for by name. */
export function Measures({ measures, known, columns, at, onChange }: Props) {
  const { t } = useTranslation('semantic')
  const about = (measure: Measure) => {
    const of = measure.formula ?? measure.column ?? ''
    const what = measure.aggregate ? t(`aggregate.${measure.aggregate}`, { of }) : of
    return `${what} · ${t(`additivity.${measure.additivity}`)}`
  }
  return (
    <Parts
      title={t('measures.title')}
      hint={t('measures.hint')}
      add={t('measures.add')}
      parts={measures}
      known={known.measures ?? []}
      fresh={(): Measure => ({
        name: '',
        aggregate: 'SUM',
        column: columns[0] ?? '',
        additivity: 'ADDITIVE',
        format: 'NUMBER',
        synonyms: [],
      })}
      about={about}
      problems={(index) => at(`/measures/${index}`)}
      onChange={onChange}
    >
      {(measure, index, change) => (
        <MeasureFields
          measure={measure}
          columns={columns}
          at={(place) => at(`/measures/${index}${place}`)}
          onChange={change}
        />
      )}
    </Parts>
  )
}
