import { Popover, Stack, Text, UnstyledButton, Button, Group } from '@mantine/core'
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criterion, Sorting } from './address'
import { FilterForm } from './FilterForm'

/** The header of a column: its name, type and name as received, and what to sort and look for. */
export function ColumnMenu(props: {
  name: string
  type: string
  source: string | undefined
  sorting: Sorting
  onSort: (sort: string | undefined, descending: boolean) => void
  onFilter: (criterion: Criterion) => void
}) {
  const { t } = useTranslation('rows')
  const [opened, setOpened] = useState(false)
  const { name, type, source, sorting } = props
  const below = source === undefined ? type : `${type} · ${source}`
  const sorted = sorting.sort === name
  const sort = (descending: boolean) => {
    const again = sorted && sorting.descending === descending
    props.onSort(again ? undefined : name, !again && descending)
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <UnstyledButton
          w="100%"
          h="100%"
          title={`${name} · ${below}`}
          onClick={() => setOpened(!opened)}
          style={{ outlineOffset: -2 }}
        >
          <Group gap={4} wrap="nowrap">
            <Text component="span" size="sm" fw={600} truncate>
              <bdi>{name}</bdi>
            </Text>
            {sorted &&
              (sorting.descending ? (
                <IconSortDescending size={14} aria-hidden />
              ) : (
                <IconSortAscending size={14} aria-hidden />
              ))}
          </Group>
          <Text component="span" display="block" size="xs" c="dimmed" truncate>
            <bdi>{below}</bdi>
          </Text>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown maw={320} aria-label={t('columnMenu', { column: name })}>
        <Stack gap="xs">
          <Button.Group>
            <Button
              size="xs"
              variant={sorted && !sorting.descending ? 'filled' : 'default'}
              aria-pressed={sorted && !sorting.descending}
              leftSection={<IconSortAscending size={14} aria-hidden />}
              onClick={() => sort(false)}
            >
              {t('ascending')}
            </Button>
            <Button
              size="xs"
              variant={sorted && sorting.descending ? 'filled' : 'default'}
              aria-pressed={sorted && sorting.descending}
              leftSection={<IconSortDescending size={14} aria-hidden />}
              onClick={() => sort(true)}
            >
              {t('descending')}
            </Button>
          </Button.Group>
          <FilterForm
            column={name}
            now={sorting.criteria.find((one) => one.column === name)}
            onFilter={(criterion) => {
              props.onFilter(criterion)
              setOpened(false)
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
