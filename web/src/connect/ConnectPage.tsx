import { Anchor, Grid, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { api, data } from '../api/api'
import { keys } from '../api/queries'
import { Await } from '../common/Await'
import { ConnectionForm } from './ConnectionForm'
import { Connections } from './Connections'
import { TablesOf } from './TablesOf'

/** Ways to databases; with `?connection=ID` the tables of one of them. */
export function Component() {
  const { t } = useTranslation(['connect', 'common'])
  const [search, setSearch] = useSearchParams()
  const id = search.get('connection')
  const connections = useQuery({
    queryKey: keys.connections,
    queryFn: () => data(api.GET('/api/connections')),
  })
  return (
    <Stack gap="lg" maw={1080}>
      <div>
        <Anchor component={Link} to={id ? '/connect' : '/'} size="sm">
          ← {id ? t('back') : t('common:nav.sources')}
        </Anchor>
        <Title order={1}>{t('title')}</Title>
        <Text c="dimmed">{t('intro')}</Text>
      </div>
      <Await query={connections}>
        {(all) => {
          const chosen = all.find((connection) => connection.id === id)
          if (chosen) return <TablesOf key={chosen.id} connection={chosen} />
          return (
            <Grid gap="xl">
              <Grid.Col span={{ base: 12, md: 7 }}>
                <Paper withBorder p="lg">
                  <Title order={2} size="h4" mb="md">
                    {t('new')}
                  </Title>
                  <ConnectionForm onMade={(made) => setSearch({ connection: made })} />
                </Paper>
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 5 }}>
                <Title order={2} size="h4" mb="md">
                  {t('kept')}
                </Title>
                <Connections all={all} />
              </Grid.Col>
            </Grid>
          )
        }}
      </Await>
    </Stack>
  )
}
