import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schemas } from '../api/api'
import { useSaid } from '../silver/said/useSaid'
import type { Actions } from './actions'
import { useShapes } from './useShapes'

/** Rows of totals and labels written once: what makes sums wrong until somebody has decided. */
export function Shapes(props: { id: string; medallion: Schemas['Medallion']; actions: Actions }) {
  const { t } = useTranslation('sources')
  const { data: shapes } = useShapes(props.id, props.medallion)
  if (!shapes || shapes.open.length === 0) return null
  const { recipe, number } = shapes.inForce
  const leave = (shape: Schemas['Proposal']) =>
    props.actions.apply(
      { ...recipe, proposals: recipe.proposals?.filter((one) => one.id !== shape.id) },
      number,
    )
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
        {shapes.open.map((shape) => (
          <OneShape
            key={shape.id}
            shape={shape}
            actions={props.actions}
            onLeave={() => leave(shape)}
          />
        ))}
      </Stack>
    </Card>
  )
}

function OneShape(props: { shape: Schemas['Proposal']; actions: Actions; onLeave: () => void }) {
  const { t } = useTranslation('sources')
  const { shape, actions } = props
  const said = useSaid()
  const what = whatItDoes(shape)
  return (
    <Stack gap="xs">
      <Text fw={650} dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {shape.columns.join(', ')}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }} {...said.proposal(shape)} />
      <Group gap="sm">
        {what && (
          <Button size="xs" loading={actions.pending} onClick={() => actions.accept(shape.id)}>
            {t(`shapes.${what}`)}
          </Button>
        )}
        <Button size="xs" variant="default" disabled={actions.pending} onClick={props.onLeave}>
          {t('shapes.leave')}
        </Button>
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
