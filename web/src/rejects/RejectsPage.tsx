import { Button, Grid, Group, Stack, Text, Title } from '@mantine/core'
import { IconHeartHandshake, IconWashDry } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useMedallion } from '../api/queries'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import { useSourceId } from '../sources/SourcePage'
import { ExportRejects } from './ExportRejects'
import { MendDrawer } from './MendDrawer'
import { MendedValues } from './MendedValues'
import type { Opened } from './next'
import { OtherRows } from './OtherRows'
import { useReasons } from './queries'
import { ReasonList } from './ReasonList'
import { RejectedRows } from './RejectedRows'
import { Replay } from './Replay'

/** What was left out of the cleaned rows and why, and the ways back. */
export function Component() {
  const { t } = useTranslation('rejects')
  const id = useSourceId()
  const medallion = useMedallion(id)
  return (
    <Await query={medallion}>
      {({ layers }) => {
        const silver = layers.find((layer) => layer.layer === 'silver' && layer.published_build)
        return silver ? (
          <Rejects source={id} build={silver.published_build ?? ''} />
        ) : (
          <Empty icon={<IconWashDry />} title={t('notCleaned')}>
            <Text>{t('notCleanedHint')}</Text>
            <Button component={Link} to={`/sources/${id}/silver`} mt="sm" variant="default">
              {t('toCleaning')}
            </Button>
          </Empty>
        )
      }}
    </Await>
  )
}

function Rejects({ source, build }: { source: string; build: string }) {
  const { t } = useTranslation('rejects')
  const [params, setParams] = useSearchParams()
  const [opened, setOpened] = useState<Opened>()
  const reasons = useReasons(source)
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('title')}
        </Title>
        {(reasons.data?.length ?? 0) > 0 && <ExportRejects source={source} />}
      </Group>
      <Replay source={source} build={build} />
      <Await query={reasons}>
        {(all) => {
          const asked = params.get('reason')
          const reason = all.some((one) => one.reason === asked) ? (asked ?? undefined) : undefined
          return all.length === 0 ? (
            <Empty icon={<IconHeartHandshake />} title={t('nothing')}>
              {t('nothingHint')}
            </Empty>
          ) : (
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 4, lg: 3 }}>
                <ReasonList
                  reasons={all}
                  reason={reason}
                  onChoose={(next) =>
                    setParams(next === undefined ? {} : { reason: next }, { replace: true })
                  }
                />
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 8, lg: 9 }}>
                <RejectedRows
                  key={reason ?? ''}
                  source={source}
                  reason={reason}
                  onOpen={(at) =>
                    setOpened((last) => ({ reason, at, turn: (last?.turn ?? 0) + 1 }))
                  }
                />
              </Grid.Col>
            </Grid>
          )
        }}
      </Await>
      <MendDrawer source={source} opened={opened} onOpen={setOpened} />
      <OtherRows source={source} />
      <MendedValues source={source} />
    </Stack>
  )
}
