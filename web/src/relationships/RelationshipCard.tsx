import { Alert, Anchor, Badge, Button, Card, Group, Progress, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Failure } from '../common/Failure'
import { count, percent } from '../common/format'
import { Example } from './Example'
import { becauseOf, fansOut, sideOf, type Relationship } from './relationship'
import type { Saying } from './useRelationships'

/** How two tables belong together, with what the rows of both say of it. */
export function RelationshipCard(props: { relationship: Relationship; saying: Saying }) {
  const { t } = useTranslation('relationships')
  const { relationship: one } = props
  const { say } = props.saying
  const busy = say.isPending && say.variables.of.id === one.id
  const failed = say.error && say.variables.of.id === one.id ? say.error : undefined
  const confirmed = one.status === 'CONFIRMED'
  const title = t(`says.${one.cardinality}`, { from: one.from.source, to: one.to.source })
  return (
    <Card withBorder component="article" aria-label={`${sideOf(one.from)} → ${sideOf(one.to)}`}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <Text fw={600} style={{ overflowWrap: 'anywhere', flex: '1 1 240px' }}>
            {title}
          </Text>
          <Badge
            variant="light"
            color={confirmed ? 'green' : 'gray'}
            tt="none"
            c="var(--mantine-color-text)"
          >
            {confirmed ? t('isConfirmed') : t('likely', { share: percent(one.confidence, 0) })}
          </Badge>
        </Group>
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          <bdi>{sideOf(one.from)}</bdi> = <bdi>{sideOf(one.to)}</bdi>
        </Text>
        <Match one={one} />
        <Because one={one} />
        {fansOut(one) && (
          <Alert color="yellow" icon={<IconAlertTriangle />} title={t('fanOut')}>
            {t('fanOutWhy', { most: count(one.most_matches), from: one.from.source })}
          </Alert>
        )}
        <Example relationship={one} />
        {failed && <Failure error={failed} />}
        <Group gap="xs">
          {confirmed ? (
            <>
              <Button
                size="xs"
                variant="default"
                loading={busy}
                onClick={() => say.mutate({ word: 'forget', of: one })}
              >
                {t('forget')}
              </Button>
              <Anchor
                component={Link}
                to={`/sources/${encodeURIComponent(one.from.source)}/gold`}
                size="sm"
              >
                {t('toGold')}
              </Anchor>
            </>
          ) : (
            <>
              <Button
                size="xs"
                leftSection={<IconCheck size={14} aria-hidden />}
                loading={busy}
                onClick={() => say.mutate({ word: 'confirm', of: one })}
              >
                {t('confirm')}
              </Button>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconX size={14} aria-hidden />}
                disabled={busy}
                onClick={() => say.mutate({ word: 'reject', of: one })}
              >
                {t('reject')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Card>
  )
}

/** Why they are thought to belong together; how many rows say so is told above. */
function Because({ one }: { one: Relationship }) {
  const { t } = useTranslation('relationships')
  const { grounds } = one
  return (
    <Text
      size="sm"
      c="dimmed"
      style={{ overflowWrap: 'anywhere' }}
      {...(grounds
        ? { children: becauseOf(t, one, grounds) }
        : { children: one.because, lang: 'en' })}
    />
  )
}

/** How many rows find another, and those that do not. */
function Match({ one }: { one: Relationship }) {
  const { t } = useTranslation('relationships')
  const examples = one.orphan_examples?.map((example) => `“${example.slice(0, 80)}”`).join(', ')
  return (
    <Stack gap={4}>
      <Group gap="sm" wrap="nowrap">
        <Progress
          value={one.matched * 100}
          color={one.orphans === 0 ? 'green' : 'yellow'}
          style={{ flex: '0 1 200px' }}
          aria-label={t('matchOf', { from: sideOf(one.from) })}
        />
        <Text size="sm">{t('match', { share: percent(one.matched), to: one.to.source })}</Text>
      </Group>
      {one.orphans > 0 && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('orphans', { count: one.orphans, rows: count(one.orphans), from: one.from.source })}
          {examples && ` ${t('suchAs', { examples })}`}
        </Text>
      )}
      {one.missing > 0 && (
        <Text size="sm" c="dimmed">
          {t('missing', { count: one.missing, rows: count(one.missing) })}
        </Text>
      )}
      {one.unused > 0 && (
        <Text size="sm" c="dimmed">
          {t('unused', { count: one.unused, rows: count(one.unused), to: one.to.source })}
        </Text>
      )}
    </Stack>
  )
}
