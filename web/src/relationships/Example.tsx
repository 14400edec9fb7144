import { Button, ScrollArea, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'
import { Await } from '../common/Await'
import { fansOut, type Relationship } from './relationship'

const SHOWN = 4

/** A few rows of the one table beside what they find in the other. */
export function Example({ relationship }: { relationship: Relationship }) {
  const { t } = useTranslation('relationships')
  const [opened, { toggle }] = useDisclosure()
  if (fansOut(relationship)) return null
  return (
    <>
      <div>
        <Button size="compact-sm" variant="subtle" mih={28} aria-expanded={opened} onClick={toggle}>
          {opened ? t('hideExample') : t('showExample')}
        </Button>
      </div>
      {opened && <Rows relationship={relationship} />}
    </>
  )
}

function Rows({ relationship }: { relationship: Relationship }) {
  const { t } = useTranslation('relationships')
  const rows = useQuery({
    queryKey: [...keys.relationships, relationship.id, 'example'],
    queryFn: () => example(relationship),
    retry: false,
  })
  return (
    <Await query={rows}>
      {(found) => (
        <ScrollArea viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('showExample') }}>
          <Table fz="sm">
            <Table.Thead>
              <Table.Tr>
                {found.columns.map((column) => (
                  <Table.Th key={column.name} dir="auto">
                    {column.name.slice(0, 120)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.rows.map((row, index) => (
                <Table.Tr key={index}>
                  {row.map((value, column) => (
                    <Table.Td
                      key={column}
                      dir="auto"
                      maw={280}
                      style={{ overflowWrap: 'anywhere' }}
                    >
                      {value === null ? (
                        <Text span size="sm" c="dimmed">
                          {t('nothing')}
                        </Text>
                      ) : (
                        String(value).slice(0, 120)
                      )}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
    </Await>
  )
}

/** Asked as a typed query that lists rows: the key of the one, and the first columns of the other. */
async function example({ from, to }: Relationship): Promise<Schemas['Rows']> {
  const first = await data(
    api.GET('/api/sources/{id}/medallion/{layer}/rows', {
      params: { path: { id: to.source, layer: 'silver' }, query: { limit: 1 } },
    }),
  )
  const columns = first.columns
    .map((column) => column.name)
    .filter((name) => !name.startsWith('_') && !to.columns.includes(name))
    .slice(0, SHOWN)
    .map((column) => ({ name: `${to.source}.${column}`, column }))
  const answer = await data(
    api.POST('/api/ask', {
      body: {
        model: false,
        query: {
          table: from.table,
          shape: 'ROWS',
          joins: [
            {
              table: to.table,
              matching: from.columns.map((column, index) => ({
                column,
                other: to.columns[index] ?? '',
              })),
              columns,
            },
          ],
          dimensions: [...from.columns, ...columns.map((column) => column.name)].map((name) => ({
            name,
            column: name,
          })),
          limit: SHOWN,
        },
      },
    }),
  )
  if (!answer.rows) throw new Error(answer.sentence)
  return answer.rows
}
