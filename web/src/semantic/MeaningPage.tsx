import { Anchor, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Await } from '../common/Await'
import { useColumns, useModel } from '../gold/useGold'
import { useSourceId } from '../sources/SourcePage'
import { ModelEditor } from './ModelEditor'

/** What the columns of a source mean: what is measured, by what it is told apart, and when. */
export function Component() {
  const { t } = useTranslation('semantic')
  const id = useSourceId()
  const model = useModel(id)
  const columns = useColumns(id)
  return (
    <Stack gap="lg">
      <Stack gap={4} maw={680}>
        <Anchor component={Link} to=".." relative="path" size="sm">
          {t('back')}
        </Anchor>
        <Title order={2}>{t('title')}</Title>
        <Text c="dimmed">{t('what')}</Text>
      </Stack>
      <Await query={model}>
        {(known) => (
          <Await query={columns}>
            {(found) => (
              <ModelEditor
                key={JSON.stringify(known)}
                id={id}
                known={known}
                columns={found.map((column) => column.name)}
              />
            )}
          </Await>
        )}
      </Await>
    </Stack>
  )
}
