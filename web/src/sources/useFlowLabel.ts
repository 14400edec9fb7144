import type { TFunction } from 'i18next'
import type { FlowNode } from './flow'
import { reasonInWords } from './reasons'

/** What became of rows, in words. */
export function flowLabel(t: TFunction<'sources'>, node: FlowNode): string {
  switch (node.fate) {
    case 'gold':
      return node.name ?? ''
    case 'reason':
      return reasonInWords(t, node.name ?? '')
    default:
      return t(`flow.${node.fate}`)
  }
}
