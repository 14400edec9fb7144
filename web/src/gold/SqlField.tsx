import { Alert, Anchor, Group, List, Skeleton, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconRouteOff } from '@tabler/icons-react'
import { lazy, Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { lineOf, placeOf, type Place } from './place'

const SqlEditor = lazy(() =>
  import('./SqlEditor').then((module) => ({ default: module.SqlEditor })),
)

type Props = {
  sql: string
  silver: string
  columns: Schemas['RowsColumn'][]
  messages: string[]
  notRoutable?: string | undefined
  onChange: (sql: string) => void
}

/** SQL with its problems at their places. */
export function SqlField({ sql, silver, columns, messages, notRoutable, onChange }: Props) {
  const { t } = useTranslation('gold')
  const described = useId()
  const [goal, setGoal] = useState<Place>()
  const problems = messages.map((message) => ({ message, place: placeOf(message, sql) }))
  return (
    <Stack gap="xs">
      <Suspense fallback={<Skeleton height={220} />}>
        <SqlEditor
          sql={sql}
          label={t('sql.label')}
          described={described}
          table={silver}
          columns={columns.map((column) => column.name)}
          wrong={problems.flatMap((problem) => problem.place ?? [])}
          goal={goal}
          onChange={onChange}
        />
      </Suspense>
      <div id={described} aria-live="polite">
        {problems.length > 0 && (
          <Alert color="red" icon={<IconAlertTriangle />} title={t('sql.wrong')}>
            <List size="sm">
              {problems.map(({ message, place }) => (
                <List.Item key={message} style={{ overflowWrap: 'anywhere' }}>
                  {message.slice(0, 1_000)}{' '}
                  {place && (
                    <Anchor
                      component="button"
                      type="button"
                      size="sm"
                      onClick={() => setGoal({ ...place })}
                    >
                      {t('sql.go', lineOf(sql, place.from))}
                    </Anchor>
                  )}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        {notRoutable && problems.length === 0 && (
          <Alert color="yellow" icon={<IconRouteOff />} title={t('sql.notRoutable')}>
            {t('sql.notRoutableWhy', { why: notRoutable })}
          </Alert>
        )}
      </div>
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {t('sql.hint', { table: silver })}
        </Text>
      </Group>
    </Stack>
  )
}
