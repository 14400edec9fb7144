import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'

/** A layer in its metal, by its plain name: as received, cleaned, ready numbers. */
export function LayerBadge({ layer }: { layer: Schemas['Layer'] }) {
  const { t } = useTranslation('common')
  return (
    <Badge color={layer} variant="light" title={t(`technical.${layer}`)}>
      {t(`layer.${layer}`)}
    </Badge>
  )
}
