import { Anchor, Group, List, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schemas } from '../api/api'
import { Unreachable } from '../api/problems'
import { count } from '../common/format'
import { failed, useTold, type Told } from '../said/useTold'
import type { Landed, Upload } from './uploads'

/** What became of a file, in words: each table that was added, and what was not and why. */
export function Said(props: { upload: Upload; sources: readonly Schemas['SourceDetail'][] }) {
  const { t } = useTranslation(['home', 'common'])
  const told = useTold()
  const { upload, sources } = props
  const { state, cleaning, landed } = upload
  if (state.kind === 'cancelled') return <Text size="sm">{t('uploads.cancelled')}</Text>
  if (state.kind === 'failed') {
    const away = state.error instanceof Unreachable
    return away ? (
      <Refusal why={{ children: t('common:unreachable') }} />
    ) : (
      <Refusal why={told.failure(failed(state.error))} />
    )
  }
  if (state.kind !== 'done') return null
  return (
    <>
      <List size="sm" listStyleType="none" spacing={4}>
        {landed.map((one) => (
          <List.Item key={one.kind === 'source' ? one.id : one.label}>
            {one.kind === 'source' ? (
              <Added one={one} source={sources.find(({ id }) => id === one.id)} />
            ) : (
              <Refusal
                why={told.failure(one.why)}
                label={landed.length > 1 ? one.label : undefined}
              />
            )}
          </List.Item>
        ))}
      </List>
      {cleaning?.kind === 'failed' && <Refusal why={told.failure(cleaning.why)} />}
    </>
  )
}

function Added(props: {
  one: Extract<Landed, { kind: 'source' }>
  source: Schemas['SourceDetail'] | undefined
}) {
  const { t } = useTranslation('home')
  const { one, source } = props
  const rows = source?.metadata.medallion_config.rows?.bronze
  return (
    <Group gap={6} wrap="nowrap" align="start">
      <IconCheck size={16} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Anchor component={Link} to={`/sources/${one.id}`} size="sm" dir="auto">
          {one.name}
        </Anchor>{' '}
        {rows !== undefined && t('uploads.rows', { count: rows, rows: count(rows) })}
        {one.note && (
          <Text size="sm" c="dimmed" dir="auto">
            {one.note}
          </Text>
        )}
      </div>
    </Group>
  )
}

function Refusal({ why, label }: { why: Told; label?: string | undefined }) {
  return (
    <Group gap={6} wrap="nowrap" align="start" role="alert">
      <IconAlertTriangle size={16} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <Text size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {label && <b>{label}: </b>}
        <span {...why} />
      </Text>
    </Group>
  )
}
