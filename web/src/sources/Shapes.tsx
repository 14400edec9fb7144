import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schemas } from '../api/api'
import type { Actions } from './actions'
import { useShapes } from './queries'

/** Rows of totals and labels written once: what makes sums wrong until somebody has decided. */
export function Shapes(props: { id: string; medallion: Schemas['Medallion']; actions: Actions }) {
  const { t } = useTranslation('sources')
  const { data: shapes = [] } = useShapes(props.id, props.medallion)
  if (shapes.length === 0) return null
  return (
    <Card withBorder component="section" aria-labelledby="shapes" padding="lg">
      <Group gap="xs" wrap="nowrap">
        <IconAlertTriangle aria-hidden style={{ flexShrink: 0 }} />
        <Title order={3} size="h4" id="shapes">
          {t('shapes.title')}
        </Title>
      </Group>
      <Text size="sm" c="dimmed" mb="md">
        {t('shapes.hint')}
      </Text>
      <Stack gap="lg">
        {shapes.map((shape) => (
          <OneShape key={shape.id} shape={shape} actions={props.actions} />
        ))}
      </Stack>
    </Card>
  )
}

function OneShape({ shape, actions }: { shape: Schemas['Proposal']; actions: Actions }) {
  const { t } = useTranslation('sources')
  const what = whatItDoes(shape)
  return (
    <Stack gap="xs">
      <Text fw={650} dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {shape.columns.join(', ')}
      </Text>
      <Text size="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
        {shape.because}
      </Text>
      <Group gap="sm">
        {what && (
          <Button size="xs" loading={actions.pending} onClick={() => actions.accept(shape.id)}>
            {t(`shapes.${what}`)}
          </Button>
        )}
        <Button size="xs" variant="subtle" component={Link} to="silver?part=proposals">
          {t('shapes.look')}
        </Button>
      </Group>
    </Stack>
  )
}

/** What one click would do, where a word can say all of it. */
function whatItDoes({ edits }: Schemas['Proposal']) {
  const [only] = edits
  if (!only || edits.length > 1) return undefined
  if (only.edit === 'add_filter') return 'leaveOut'
  return only.edit === 'add_shape' && only.shape.shape === 'fill_down' ? 'fillDown' : undefined
}
