import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { useSources } from '../api/queries'
import { Await } from '../common/Await'
import { Adding } from './Adding'
import { Cost } from './Cost'
import { labelOf } from './request'
import { TablePicker } from './TablePicker'
import { useAdding } from './useAdding'

/** The tables that a connection leads to, and those of them that become sources. */
export function TablesOf({ connection }: { connection: Schemas['Connection'] }) {
  const { t } = useTranslation('connect')
  const { id } = connection
  const tables = useQuery({
    queryKey: ['connections', id, 'tables'],
    queryFn: ({ signal }) =>
      data(api.GET('/api/connections/{id}/tables', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  })
  const sources = useSources()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const adding = useAdding(id)
  const here = new Set(
    sources.data?.flatMap(({ origin }) =>
      origin.kind === 'database' && origin.connection === id && origin.relation.kind === 'table'
        ? [labelOf(origin.relation)]
        : [],
    ),
  )
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2} size="h3" dir="auto">
          {t('tables', { name: connection.name })}
        </Title>
        <Button
          variant="default"
          size="xs"
          loading={tables.isFetching}
          onClick={() => void tables.refetch()}
        >
          {t('refresh')}
        </Button>
      </Group>
      <Await query={tables}>
        {(found) =>
          found.length === 0 ? (
            <Text>{t('tablesNone')}</Text>
          ) : (
            <>
              <TablePicker tables={found} here={here} chosen={chosen} onChoose={setChosen} />
              {connection.system === 'bigquery' && chosen.size > 0 && (
                <Cost
                  connection={id}
                  tables={found.filter((table) => chosen.has(labelOf(table)))}
                />
              )}
              <Adding adding={adding} />
              <Group>
                <Button
                  disabled={chosen.size === 0}
                  loading={adding.isPending}
                  onClick={() => {
                    adding.add([...chosen])
                    setChosen(new Set())
                  }}
                >
                  {chosen.size === 0 ? t('addNone') : t('add', { count: chosen.size })}
                </Button>
              </Group>
            </>
          )
        }
      </Await>
    </Stack>
  )
}
