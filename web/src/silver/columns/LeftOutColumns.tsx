import { Button, Collapse, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Edit } from '../draft/history'
import { nameOf, type Column } from '../draft/recipe'

const MOST = 200

/** Columns that were received and are not taken over; any of them comes back as it was suggested. */
export function LeftOutColumns(props: { columns: Column[]; edit: (edit: Edit) => void }) {
  const { t } = useTranslation('silver')
  const [opened, { toggle }] = useDisclosure()
  if (props.columns.length === 0) return null
  return (
    <Stack gap="xs">
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        w="fit-content"
        onClick={toggle}
        aria-expanded={opened}
        leftSection={<IconChevronDown size={16} />}
      >
        {t('leftOut.title', { count: props.columns.length })}
      </Button>
      <Collapse expanded={opened}>
        <Stack gap={4}>
          {props.columns.slice(0, MOST).map((column) => (
            <Group key={column.source_column} justify="space-between" wrap="nowrap">
              <Text size="sm" dir="auto" truncate>
                {column.source_column}
              </Text>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPlus size={14} />}
                aria-label={t('leftOut.bringBackNamed', { name: nameOf(column) })}
                onClick={() => props.edit({ do: 'bring_back', column })}
              >
                {t('leftOut.bringBack')}
              </Button>
            </Group>
          ))}
        </Stack>
      </Collapse>
    </Stack>
  )
}
