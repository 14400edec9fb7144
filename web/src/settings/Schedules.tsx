import { Button, Group, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { IconClockHour4 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSources } from '../api/queries'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import { IN_SIGHT, ScheduleRow } from './ScheduleRow'

const PAGE = 25

/** How each source follows its origin, in one table. */
export function Schedules() {
  const { t } = useTranslation('settings')
  const sources = useSources()
  const [shown, setShown] = useState(PAGE)
  return (
    <Stack>
      <Text>{t('schedules.text')}</Text>
      <Await query={sources}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={<IconClockHour4 />} title={t('schedules.none')} />
          ) : (
            <>
              <ScrollArea
                type="auto"
                offsetScrollbars="x"
                viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('views.schedules') }}
              >
                <Table miw={820} verticalSpacing="sm" aria-label={t('views.schedules')}>
                  <Table.Thead>
                    <Table.Tr>
                      {(['source', 'when', 'mode', 'silver', 'gold', 'change'] as const).map(
                        (column) => (
                          <Table.Th key={column} style={column === 'change' ? IN_SIGHT : undefined}>
                            {t(`schedules.${column}`)}
                          </Table.Th>
                        ),
                      )}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {all.slice(0, shown).map((source) => (
                      <ScheduleRow key={source.id} source={source} />
                    ))}
                  </Table.Tbody>
                </Table>
              </ScrollArea>
              {all.length > shown && (
                <Group>
                  <Button variant="default" onClick={() => setShown(shown + 4 * PAGE)}>
                    {t('schedules.more', { count: all.length - shown })}
                  </Button>
                </Group>
              )}
            </>
          )
        }
      </Await>
    </Stack>
  )
}
