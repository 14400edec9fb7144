import { Alert, Button, Collapse, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ago } from '../../common/format'
import { changes } from '../draft/compare'
import type { Draft, Edit } from '../draft/history'
import { ChangeList } from './ChangeList'

/** Somebody else has applied a recipe since these edits began: what they changed, and what becomes of mine. */
export function Theirs({ draft, edit }: { draft: Draft; edit: (edit: Edit) => void }) {
  const { t, i18n } = useTranslation('silver')
  const [looking, { toggle }] = useDisclosure()
  const { theirs } = draft
  if (!theirs) return null
  return (
    <Alert role="alert" color="gold" icon={<IconUsers />} title={t('theirs.title')}>
      <Stack gap="sm">
        <Text size="sm">
          {t('theirs.hint', {
            number: theirs.number,
            when: theirs.created_at ? ago(theirs.created_at, i18n.language) : '',
          })}
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" onClick={() => edit({ do: 'put_on_top' })}>
            {t('theirs.onTop')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={toggle} aria-expanded={looking}>
            {t('theirs.look')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => edit({ do: 'take_theirs' })}>
            {t('theirs.take')}
          </Button>
        </Group>
        <Collapse expanded={looking}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <section aria-label={t('theirs.changed')}>
              <Text fw={600} size="sm">
                {t('theirs.changed')}
              </Text>
              <ChangeList changes={changes(draft.base, theirs.recipe)} />
            </section>
            <section aria-label={t('theirs.mine')}>
              <Text fw={600} size="sm">
                {t('theirs.mine')}
              </Text>
              <ChangeList changes={changes(draft.base, draft.present)} />
            </section>
          </SimpleGrid>
        </Collapse>
      </Stack>
    </Alert>
  )
}
