import { Button, Group, Input, Menu, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../api/problems'
import { count } from '../../common/format'
import type { Column } from '../draft/recipe'
import type { OnChange } from './ColumnPanel'

/** What is most often asked of values, as a recipe writes it. */
const COMMON = {
  present: 'NOT NULL',
  unique: 'UNIQUE',
  least: '>= 0',
  between: 'BETWEEN 0 AND 100',
  oneOf: "IN ('A', 'B')",
  like: "LIKE '%@%.%'",
  matches: "MATCHES '^[A-Z]{2}$'",
} as const

const SEVERITIES = ['REJECT', 'WARN', 'FAIL'] as const
type Severity = (typeof SEVERITIES)[number]

interface Props {
  column: Column
  problem: Problem | undefined
  violated: number | undefined
  onChange: OnChange
}

/** What must hold of every value, and what happens where it does not. */
export function Checks({ column, problem, violated, onChange }: Props) {
  const { t } = useTranslation('silver')
  const text = column.validation ?? ''
  const put = (validation: string, field?: string) =>
    onChange({ validation: validation === '' ? undefined : validation }, field)
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('panel.checks')}
          placeholder={t('panel.checksExample')}
          value={text}
          error={problem?.at('/validation').join(' ') || undefined}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onChange={(event) => put(event.currentTarget.value, 'validation')}
        />
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlus size={14} />}>
              {t('panel.addCheck')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(Object.keys(COMMON) as (keyof typeof COMMON)[]).map((check) => (
              <Menu.Item
                key={check}
                onClick={() =>
                  put(text.trim() ? `${text.trim()} AND ${COMMON[check]}` : COMMON[check])
                }
              >
                {t(`checks.${check}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {text !== '' && (
        <Group gap="sm">
          <Input.Wrapper label={t('panel.severity')} labelElement="div">
            <SegmentedControl
              display="flex"
              size="xs"
              value={column.on_violation ?? 'REJECT'}
              aria-label={t('panel.severity')}
              data={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
              onChange={(value) => onChange({ on_violation: value as Severity })}
            />
          </Input.Wrapper>
          {violated !== undefined && (
            <Text size="sm" c={violated > 0 ? undefined : 'dimmed'} aria-live="polite">
              {t('panel.violated', { count: violated, rows: count(violated) })}
            </Text>
          )}
        </Group>
      )}
    </Stack>
  )
}
