import { Group, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconChevronRight,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconHistoryToggle,
  IconLoader2,
} from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count, shortCount } from '../common/format'
import styles from './home.module.css'

const LAYERS = ['bronze', 'silver', 'gold'] as const

const SIGNS: Record<Schemas['LayerStatus'], ReactNode> = {
  pending: <IconCircleDashed size={16} aria-hidden />,
  building: <IconLoader2 size={16} aria-hidden className={styles.turning} />,
  ready: <IconCircleCheckFilled size={16} aria-hidden />,
  stale: <IconHistoryToggle size={16} aria-hidden />,
  error: <IconAlertTriangle size={16} aria-hidden />,
}

/** From what was received to ready numbers: how far a source is, and how many rows each layer has. */
export function LayerStrip({ config }: { config: Schemas['MedallionConfig'] }) {
  const { t } = useTranslation(['home', 'common'])
  return (
    <Group gap={2} wrap="nowrap" align="stretch" role="list" aria-label={t('layers')}>
      {LAYERS.map((layer, place) => {
        const status = config.status[layer] ?? 'pending'
        return (
          <Fragment key={layer}>
            {place > 0 && <IconChevronRight size={14} className={styles.arrow} aria-hidden />}
            <div role="listitem" className={styles.layer} data-status={status} data-layer={layer}>
              <Text
                size="xs"
                fw={600}
                lh={1.3}
                title={`${t(`common:technical.${layer}`)} · ${t(`common:status.${status}`)}`}
              >
                {t(`common:layer.${layer}`)}
              </Text>
              <div className={styles.metal}>
                {SIGNS[status]}
                <Figure config={config} layer={layer} status={status} />
              </div>
            </div>
          </Fragment>
        )
      })}
    </Group>
  )
}

/** What is there where it is ready; else what is the matter. */
function Figure(props: {
  config: Schemas['MedallionConfig']
  layer: Schemas['Layer']
  status: Schemas['LayerStatus']
}) {
  const { config, layer, status } = props
  const { t } = useTranslation(['home', 'common'])
  const tables = config.tables[layer]?.length ?? 0
  const rows = config.rows?.[layer]
  if (status !== 'ready' || rows === undefined) {
    return (
      <Text size="xs" miw={0} style={{ overflowWrap: 'anywhere', hyphens: 'auto' }}>
        {t(`common:status.${status}`)}
      </Text>
    )
  }
  return (
    <Text size="xs" title={t('rows', { count: rows, rows: count(rows) })}>
      {layer === 'gold'
        ? t('tables', { count: tables })
        : t('rows', { count: rows, rows: shortCount(rows) })}
    </Text>
  )
}
