import { useTranslation } from 'react-i18next'
import { reasonInWords } from './reason'

/** Why a row was left out, in plain words. */
export function ReasonText({ reason }: { reason: string }) {
  const { t } = useTranslation('rejects')
  return <bdi title={reason}>{reasonInWords(t, reason)}</bdi>
}
