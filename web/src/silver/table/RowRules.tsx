import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import type { Problem } from '../../api/problems'
import { count } from '../../common/format'

type Rule = Schemas['RowRule']
const SEVERITIES = ['REJECT', 'WARN', 'FAIL'] as const

interface Props {
  rules: Rule[]
  counts: Record<string, number>
  problem: Problem | undefined
  onChange: (rules: Rule[], field?: string) => void
}

/** What must hold between the values of one row. */
export function RowRules({ rules, counts, problem, onChange }: Props) {
  const { t } = useTranslation('silver')
  const set = (at: number, change: Partial<Rule>) =>
    onChange(
      rules.map((rule, index) => (index === at ? { ...rule, ...change } : rule)),
      `rules/${at}/${Object.keys(change).join()}`,
    )
  const error = (at: number, field: string) =>
    problem?.at(`/rules/${at}/${field}`).join(' ') || undefined
  const broken = (rule: Rule) =>
    Object.entries(counts).find(([reason]) => reason.endsWith(`_${rule.name}`))?.[1]
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="rules">
      <Stack gap="sm">
        <Title order={3} size="h5" id="rules">
          {t('rules.title')}
        </Title>
        {rules.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('rules.none')}
          </Text>
        )}
        {rules.map((rule, index) => (
          <Stack key={index} gap={6} role="group" aria-label={rule.name}>
            <Group align="flex-end" gap="xs" wrap="wrap">
              <TextInput
                label={t('rules.name')}
                value={rule.name}
                error={error(index, 'name')}
                w={130}
                onChange={(event) => set(index, { name: event.currentTarget.value })}
              />
              <TextInput
                label={t('rules.condition')}
                value={rule.condition}
                error={error(index, 'condition')}
                flex={1}
                miw={180}
                spellCheck={false}
                onChange={(event) => set(index, { condition: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('rules.remove', { name: rule.name })}
                onClick={() => onChange(rules.filter((_, at) => at !== index))}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
            <Group gap="xs" align="flex-end">
              <NativeSelect
                label={t('panel.severity')}
                value={rule.on_violation ?? 'REJECT'}
                data={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
                onChange={(event) =>
                  set(index, { on_violation: event.currentTarget.value as Rule['on_violation'] })
                }
              />
              <NumberInput
                label={t('rules.tolerance')}
                value={rule.tolerance ?? ''}
                error={error(index, 'tolerance')}
                min={0}
                w={120}
                onChange={(value) =>
                  set(index, { tolerance: typeof value === 'number' ? value : undefined })
                }
              />
              <Text size="sm">
                {t('rules.broken', { count: broken(rule) ?? 0, rows: count(broken(rule) ?? 0) })}
              </Text>
            </Group>
          </Stack>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...rules, { name: `rule_${rules.length + 1}`, condition: '' }])}
        >
          {t('rules.add')}
        </Button>
      </Stack>
    </Paper>
  )
}
