import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { IconRepeat, IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import { ago, moment } from '../common/format'
import type { Actions } from '../sources/actions'
import { CompareRecipes } from './CompareRecipes'
import { useRecipes } from './queries'
import { RollBack } from './RollBack'

/** Every recipe of cleaning: who wrote it, what came of it, and a way back to it. */
export function Recipes({ id, actions }: { id: string; actions: Actions }) {
  const { t } = useTranslation('builds')
  const recipes = useRecipes(id)
  const [back, setBack] = useState<number>()
  return (
    <Await query={recipes}>
      {(versions) =>
        versions.length === 0 ? (
          <Empty icon={<IconRestore />} title={t('recipes.empty')} />
        ) : (
          <Stack gap="md">
            <Group justify="space-between" gap="sm">
              <Text size="sm" c="dimmed" maw={640}>
                {t('recipes.hint')}
              </Text>
              <Button
                size="xs"
                variant="default"
                title={t('recipes.replayHint')}
                leftSection={<IconRepeat size={16} />}
                loading={actions.pending}
                onClick={actions.replay}
              >
                {t('recipes.replay')}
              </Button>
            </Group>
            {versions.length > 1 ? (
              <CompareRecipes id={id} versions={versions} />
            ) : (
              <Text size="sm">{t('recipes.two')}</Text>
            )}
            <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {versions.map((version) => (
                <li key={version.number}>
                  <Version
                    version={version}
                    inForce={version === inForce(versions)}
                    onBack={() => setBack(version.number)}
                  />
                </li>
              ))}
            </Stack>
            {back !== undefined && (
              <RollBack
                id={id}
                number={back}
                onClose={() => setBack(undefined)}
                onApply={actions.apply}
              />
            )}
          </Stack>
        )
      }
    </Await>
  )
}

/** The newest that was not taken out of force again. */
function inForce(versions: Schemas['RecipeVersion'][]) {
  return versions.find((version) => version.outcome !== 'cancelled')
}

function Version(props: {
  version: Schemas['RecipeVersion']
  inForce: boolean
  onBack: () => void
}) {
  const { t, i18n } = useTranslation('builds')
  const { version } = props
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Text size="sm" fw={600}>
            {t('recipes.number', { number: version.number })}
          </Text>
          <Text size="sm">
            {version.author && t(`recipes.author.${version.author}`)} ·{' '}
            {t(`recipes.outcome.${version.outcome}`)}
          </Text>
          {props.inForce && (
            <Badge color="silver" variant="light">
              {t('recipes.inForce')}
            </Badge>
          )}
        </Group>
        <Group gap="sm">
          <Text size="sm" c="dimmed" title={moment(version.created_at)}>
            {ago(version.created_at, i18n.language)}
          </Text>
          {!props.inForce && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('recipes.rollBackTo', { number: version.number })}
              onClick={props.onBack}
            >
              {t('recipes.rollBack')}
            </Button>
          )}
        </Group>
      </Group>
    </Card>
  )
}
