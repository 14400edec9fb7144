import { useTranslation } from 'react-i18next'
import { reasonInWords } from '../rejects/reason'
import type { FlowNode } from './flow'

/** Says what became of rows. */
export function useFlowLabel(): (node: FlowNode) => string {
  const { t } = useTranslation('sources')
  const rejects = useTranslation('rejects')
  return (node) => {
    switch (node.fate) {
      case 'gold':
        return node.name ?? ''
      case 'reason':
        return reasonInWords(rejects.t, node.name ?? '')
      default:
        return t(`flow.${node.fate}`)
    }
  }
}
