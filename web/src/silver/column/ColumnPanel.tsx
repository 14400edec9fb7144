import { ActionIcon, Badge, Divider, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problems'
import { AuthorMark } from '../columns/AuthorMark'
import type { Item } from '../columns/items'
import type { Edit } from '../draft/history'
import type { Column } from '../draft/recipe'
import { useMeasurement } from '../queries'
import { StepList } from '../steps/StepList'
import { Alternatives } from './Alternatives'
import { Checks } from './Checks'
import { ColumnEvidence } from './ColumnEvidence'
import { ColumnSql } from './ColumnSql'
import { LivePreview } from './LivePreview'
import { MaskChoice } from './MaskChoice'
import { NameAndType } from './NameAndType'
import { Nulls } from './Nulls'

interface Props {
  source: string
  item: Item
  /** The column as it is suggested now. */
  suggested: Column | undefined
  edit: (edit: Edit) => void
  onClose: () => void
}

/** Everything about one column; what all rows say about it follows the edits. */
export function ColumnPanel({ source, item, suggested, edit, onClose }: Props) {
  const { t } = useTranslation('silver')
  const { column, key } = item
  const dragging = useRef(false)
  const measuring = useMeasurement(source, column)
  const { query, behind } = measuring
  const problem = !behind && query.error instanceof Problem ? query.error : undefined
  const change = (next: Partial<Column>, field?: string) =>
    edit({ do: 'column', key, change: next, field })
  const evidence = query.data?.evidence ?? column.evidence
  const semantic = column.evidence?.semantic_type ?? suggested?.evidence?.semantic_type

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !dragging.current) onClose()
  }
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Newer browsers answer with a promise, which is not how an effect ends.
    void heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  return (
    <Paper
      component="section"
      aria-label={t('panel.label', { name: item.name })}
      p="md"
      onKeyDown={onKeyDown}
    >
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Group gap="xs">
              <Title ref={heading} order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
                <bdi>{item.name}</bdi>
              </Title>
              <AuthorMark author={item.author} />
              {semantic && (
                <Badge variant="light" tt="none" radius="sm">
                  {t(`semantic.${semantic}`)}
                </Badge>
              )}
            </Group>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {t('row.from')} <bdi>{column.source_column}</bdi>
            </Text>
          </div>
          <ActionIcon variant="subtle" color="gray" aria-label={t('panel.close')} onClick={onClose}>
            <IconX size={18} />
          </ActionIcon>
        </Group>
        <ColumnEvidence column={column} evidence={evidence} measuring={measuring} />
        <NameAndType
          column={column}
          suggested={suggested}
          problem={problem}
          onName={(to) => edit({ do: 'rename', key, to })}
          onChange={change}
        />
        <StepList
          column={column}
          problem={problem}
          onChange={(cleaning, field) => change({ cleaning }, field)}
          onDragging={(now) => (dragging.current = now)}
        />
        <LivePreview measuring={measuring} masked={column.mask != null} />
        <Alternatives column={column} suggested={suggested} onTake={change} />
        <Divider />
        <Nulls column={column} problem={problem} onChange={change} />
        <Checks
          column={column}
          problem={problem}
          violated={query.data?.violated}
          onChange={change}
        />
        <MaskChoice column={column} problem={problem} onChange={change} />
        <ColumnSql measurement={query.data} />
      </Stack>
    </Paper>
  )
}

/** How a field of a column tells what was changed; what is typed in one field is one edit. */
export type OnChange = (change: Partial<Column>, field?: string) => void
