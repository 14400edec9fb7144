import { Button, Code, Collapse, CopyButton, Group, List, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { useTold } from '../said/useTold'

/** The steps of a build in words; their SQL one click away. */
export function PlanView({ preview }: { preview: Schemas['BuildPreview'] }) {
  const { t } = useTranslation(['gold', 'common'])
  const told = useTold()
  const [opened, { toggle }] = useDisclosure()
  const sql = preview.plan.flatMap((step) => step.sql).join(';\n\n')
  return (
    <Stack gap="xs" miw={0}>
      <List size="sm" type="ordered">
        {preview.plan.map((step, index) => (
          <List.Item key={index} style={{ overflowWrap: 'anywhere' }} {...told.planned(step)} />
        ))}
      </List>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={toggle}
          aria-expanded={opened}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {opened ? t('preview.hideSql') : t('preview.showSql')}
        </Button>
        {opened && (
          <CopyButton value={sql}>
            {({ copied, copy }) => (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconCopy size={14} aria-hidden />}
                onClick={copy}
              >
                {copied ? t('common:copied') : t('common:copy')}
              </Button>
            )}
          </CopyButton>
        )}
      </Group>
      <Collapse expanded={opened}>
        <Code block tabIndex={0} style={{ maxHeight: 320, overflow: 'auto' }}>
          {sql}
        </Code>
      </Collapse>
    </Stack>
  )
}
