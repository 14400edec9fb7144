import { Button, Checkbox, Group, ScrollArea, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import { count } from '../../common/format'
import { nameOf } from './look'

/** Which sheets or tables of a file are taken: each becomes a source of its own. */
export function TableChoice(props: {
  tables: Schemas['FoundTable'][]
  /** Absent for all. */
  chosen: string[] | undefined
  looked: string | undefined
  onLook: (table: string) => void
  onChoose: (chosen: string[] | undefined) => void
}) {
  const { t } = useTranslation('home')
  const { tables, looked } = props
  const names = tables.map(nameOf)
  const chosen = new Set(props.chosen ?? names)
  const choose = (name: string) => {
    if (!chosen.delete(name)) chosen.add(name)
    const some = names.filter((one) => chosen.has(one))
    props.onChoose(some.length === names.length ? undefined : some)
  }
  return (
    <Stack gap={4} role="group" aria-label={t('check.tables', { count: tables.length })}>
      <Text size="sm">{t('check.tables', { count: tables.length })}</Text>
      <ScrollArea.Autosize mah={180}>
        {tables.map((table, place) => {
          const name = names[place] ?? ''
          return (
            <Group key={name} gap="sm" wrap="nowrap" py={2}>
              <Checkbox
                checked={chosen.has(name)}
                onChange={() => choose(name)}
                label={name}
                dir="auto"
              />
              <Text size="sm" c="dimmed" style={{ flex: 1 }}>
                {[
                  table.rows !== undefined &&
                    t('rows', { count: table.rows, rows: count(table.rows) }),
                  table.kind === 'hidden_sheet' && t('check.hidden'),
                  table.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <Button
                size="compact-sm"
                variant={looked === name ? 'light' : 'subtle'}
                aria-pressed={looked === name}
                aria-label={t('check.lookNamed', { name })}
                onClick={() => props.onLook(name)}
              >
                {t('check.look')}
              </Button>
            </Group>
          )
        })}
      </ScrollArea.Autosize>
    </Stack>
  )
}
