import { Stack, Text, Title } from '@mantine/core'
import { IconRelationOneToMany } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import { OneOwn } from './OneOwn'
import { PictureFrame } from './PictureFrame'
import { RelationshipCard } from './RelationshipCard'
import type { Relationship } from './relationship'
import { Taken } from './Taken'
import { useRelationships, useSaying } from './useRelationships'

/** How the tables of all sources belong together: what was found, and what people say of it. */
export function Component() {
  const { t } = useTranslation('relationships')
  const relationships = useRelationships()
  const saying = useSaying()
  return (
    <Stack gap="lg">
      <Stack gap={4} maw={680}>
        <Title order={1}>{t('title')}</Title>
        <Text c="dimmed">{t('what')}</Text>
      </Stack>
      <Await query={relationships}>
        {(found) => (
          <Stack gap="xl">
            {found.length === 0 ? (
              <Empty icon={<IconRelationOneToMany />} title={t('none')}>
                {t('noneHint')}
              </Empty>
            ) : (
              <PictureFrame relationships={found} />
            )}
            <Section
              title={t('proposed')}
              hint={t('proposedHint')}
              all={found.filter((one) => one.status === 'PROPOSED')}
              saying={saying}
            />
            <Section
              title={t('confirmed')}
              hint={t('confirmedHint')}
              all={found.filter((one) => one.status === 'CONFIRMED')}
              saying={saying}
            />
            <Taken saying={saying} />
          </Stack>
        )}
      </Await>
      <OneOwn />
    </Stack>
  )
}

type SectionProps = {
  title: string
  hint: string
  all: Relationship[]
  saying: ReturnType<typeof useSaying>
}

function Section({ title, hint, all, saying }: SectionProps) {
  if (all.length === 0) return null
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
      {all.map((one) => (
        <RelationshipCard key={one.id} relationship={one} saying={saying} />
      ))}
    </Stack>
  )
}
