import { useTranslation } from 'react-i18next'
import type { Step } from '../draft/recipe'
import { stepDetail } from './stepText'

/** What a step does, in a few words. */
export function StepWords({ step }: { step: Step }) {
  const { t } = useTranslation('silver')
  return <bdi>{t(`steps.${step.step}`, stepDetail(step))}</bdi>
}
