import { Anchor, Badge, Button, Card, Group, Progress, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Schemas } from '../api/api'
import { useForgetSource } from '../api/queries'
import { ago, moment } from '../common/format'
import { Notice } from '../common/Notice'
import { useTold } from '../said/useTold'
import { WaitingWhy } from '../sources/WaitingWhy'
import { clean, type Cleaning } from './clean'
import styles from './home.module.css'
import { LayerStrip } from './LayerStrip'
import { fullPlace, placeOf } from './origin'
import { SourceMenu } from './SourceMenu'
import { useFollowing } from './useFollowing'

/** A source: what it is called, where it comes from, how far its layers are, what is open. */
export function SourceCard({ source }: { source: Schemas['SourceDetail'] }) {
  const { t, i18n } = useTranslation(['home', 'common'])
  const told = useTold()
  const { follow, busy, build } = useFollowing(source)
  const { medallion_config: config, waiting } = source.metadata
  const place = placeOf(source.origin)
  const received = config.built_at?.bronze
  const questions = config.open_questions ?? 0
  return (
    <Card withBorder component="article" className={styles.card} aria-label={source.name}>
      <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Anchor component={Link} to={`/sources/${source.id}`} fw={650} lineClamp={2} dir="auto">
            {source.name}
          </Anchor>
          <Text size="sm" c="dimmed" lineClamp={2} title={fullPlace(source.origin)} dir="auto">
            {t(`place.${place.kind}`, place)}
            {'part' in place && place.part && place.kind !== 'table' && ` › ${place.part}`}
          </Text>
          {received && (
            <Text size="sm" c="dimmed" title={moment(received)}>
              {t('received', { ago: ago(received, i18n.language) })}
            </Text>
          )}
        </div>
        <SourceMenu
          source={source}
          busy={busy}
          onSync={() => follow({ kind: 'sync' })}
          onReplace={(file) => follow({ kind: 'replace', file })}
        />
      </Group>
      <LayerStrip config={config} />
      {busy && (
        <Progress
          value={(build?.progress ?? 0) * 100}
          animated
          aria-label={t('sync.under', { name: source.name })}
        />
      )}
      {config.error_message && (
        <Text size="sm" c="red.8" darkHidden lineClamp={4} dir="auto" {...told.failure(config)} />
      )}
      {config.error_message && (
        <Text size="sm" c="red.3" lightHidden lineClamp={4} dir="auto" {...told.failure(config)} />
      )}
      {waiting && (
        <Notice title={t('waiting')}>
          <WaitingWhy waiting={waiting} />
          <Button
            mt="xs"
            size="xs"
            variant="default"
            loading={busy}
            onClick={() => follow({ kind: 'sync', accept: true })}
          >
            {t('accept')}
          </Button>
        </Notice>
      )}
      <Group gap="xs" mt="auto">
        {questions > 0 && (
          <Badge
            component={Link}
            to={`/sources/${source.id}`}
            variant="light"
            color="yellow"
            size="lg"
            style={{ cursor: 'pointer', textTransform: 'none' }}
            c="var(--mantine-color-text)"
          >
            {t('questions', { count: questions })}
          </Badge>
        )}
        <CleanIt source={source} />
      </Group>
    </Card>
  )
}

/** The next step of a source that has only landed. */
function CleanIt({ source }: { source: Schemas['SourceDetail'] }) {
  const { t } = useTranslation('home')
  const told = useTold()
  const forget = useForgetSource()
  const navigate = useNavigate()
  const [cleaning, setCleaning] = useState<Cleaning>()
  const { status } = source.metadata.medallion_config
  if (status.bronze !== 'ready' || status.silver !== 'pending') return null
  const change = (next: Cleaning) => {
    setCleaning(next)
    void forget(source.id)
  }
  const begin = () => void clean(source.id, change, () => void navigate(`/sources/${source.id}`))
  return (
    <>
      <Button
        size="xs"
        variant="light"
        aria-label={t('cleanNamed', { name: source.name })}
        loading={cleaning?.kind === 'building'}
        onClick={begin}
      >
        {t('clean')}
      </Button>
      {cleaning?.kind === 'failed' && (
        <Text size="sm" role="alert" {...told.failure(cleaning.why)} />
      )}
    </>
  )
}
