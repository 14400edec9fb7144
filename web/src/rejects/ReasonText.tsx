import { useTranslation } from 'react-i18next'
import { reasonOf } from './reason'

/** Why a row was left out, in plain words. */
export function ReasonText({ reason }: { reason: string }) {
  const { t } = useTranslation('rejects')
  const { kind, name } = reasonOf(reason)
  return <bdi title={reason}>{t(`reason.${kind}`, { name })}</bdi>
}
