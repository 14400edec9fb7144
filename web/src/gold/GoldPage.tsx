import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconBook2, IconSparkles } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import { useSourceId } from '../sources/SourcePage'
import { Selector } from './Selector'
import { useGold } from './useGold'

/** The ready numbers of a source: those that exist, and those that are worth making. */
export function Component() {
  const { t } = useTranslation('gold')
  const id = useSourceId()
  const { medallion, silver, made } = useGold(id)
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end">
        <Stack gap={4} maw={640}>
          <Title order={2}>{t('title')}</Title>
          <Text c="dimmed">{t('what')}</Text>
        </Stack>
        <Button
          component={Link}
          to="meaning"
          variant="default"
          leftSection={<IconBook2 size={16} aria-hidden />}
        >
          {t('meaning')}
        </Button>
      </Group>
      <Await query={medallion}>
        {() =>
          silver?.published_build ? (
            <Selector id={id} silver={silver} version={silver.published_build} made={made} />
          ) : (
            <Empty icon={<IconSparkles />} title={t('noSilver')}>
              {t('noSilverHint')}{' '}
              <Anchor component={Link} underline="always" to="../silver" relative="path">
                {t('toSilver')}
              </Anchor>
            </Empty>
          )
        }
      </Await>
    </Stack>
  )
}
