import { ActionIcon, Badge, Menu, Text, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconDotsVertical,
  IconEyeOff,
  IconHelpCircle,
  IconAlertTriangle,
  IconLock,
} from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edit } from '../draft/history'
import { stepsOf } from '../steps/steps'
import { StepWords } from '../steps/StepWords'
import styles from '../silver.module.css'
import { AuthorMark } from './AuthorMark'
import type { Item } from './items'
import { RowEvidence } from './RowEvidence'

export type RowLayout = 'wide' | 'compact' | 'card'

interface Props {
  source: string
  item: Item
  index: number
  top: number
  height: number
  layout: RowLayout
  open: boolean
  active: boolean
  onOpen: (key: string) => void
  edit: (edit: Edit) => void
}

/** One column: what it was called, what it is now, what is done to it and how its rows fare. */
export const ColumnRow = memo(function ColumnRow(props: Props) {
  const { t } = useTranslation('silver')
  const { item, layout, edit } = props
  const { column, key } = item
  const steps = stepsOf(column)
  const compact = layout === 'compact' || undefined
  return (
    <div
      role="row"
      aria-rowindex={props.index + 2}
      aria-label={item.name}
      className={styles.row}
      data-open={props.open || undefined}
      data-compact={compact}
      data-card={layout === 'card' || undefined}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      onClick={({ target }) => {
        // Its name is the button for all; a pointer may as well meet the rest of the row.
        if (target instanceof Element && !target.closest('button, a')) props.onOpen(key)
      }}
    >
      <div role="rowheader" style={{ minWidth: 0 }}>
        <UnstyledButton
          className={styles.name}
          data-row={props.index}
          tabIndex={props.active ? 0 : -1}
          aria-expanded={props.open}
          onClick={() => props.onOpen(key)}
        >
          <Text span fw={600} size="sm" className={styles.ellipsis} dir="auto">
            {item.name}
          </Text>
          <Text span size="xs" c="dimmed" className={styles.ellipsis}>
            {t('row.from')} <bdi>{column.source_column}</bdi>
          </Text>
        </UnstyledButton>
      </div>
      <div role="cell">
        <Badge variant="light" color="silver" radius="sm" tt="none">
          {column.target_type ?? 'TEXT'}
        </Badge>
      </div>
      {layout !== 'compact' && (
        <div
          role="cell"
          className={styles.chips}
          style={layout === 'card' ? { gridColumn: '1 / -1' } : undefined}
        >
          {steps.length === 0 ? (
            <Text size="xs" c="dimmed">
              {t('row.noSteps')}
            </Text>
          ) : (
            steps.map((step, at) => (
              <Badge key={at} variant="default" radius="xl" tt="none" fw={400}>
                <StepWords step={step} />
              </Badge>
            ))
          )}
        </div>
      )}
      <div role="cell">
        <RowEvidence source={props.source} column={column} stale={item.stale} />
      </div>
      {layout !== 'compact' && (
        <div role="cell" style={{ display: 'flex', gap: 6, alignItems: 'center' }}>
          <AuthorMark author={item.author} />
          {column.mask && (
            <Tooltip label={t('row.masked')}>
              <IconLock size={16} role="img" aria-label={t('row.masked')} />
            </Tooltip>
          )}
          {item.question && <IconHelpCircle size={16} role="img" aria-label={t('row.question')} />}
          {item.problems.length > 0 && (
            <Tooltip label={item.problems.join(' ')} multiline maw={360}>
              <IconAlertTriangle size={16} role="img" aria-label={item.problems.join(' ')} />
            </Tooltip>
          )}
        </div>
      )}
      <div
        role="cell"
        style={layout === 'card' ? { gridRow: 1, gridColumn: 2, justifySelf: 'end' } : undefined}
      >
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('row.menu', { name: item.name })}
              tabIndex={props.active ? 0 : -1}
            >
              <IconDotsVertical size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconArrowUp size={16} />}
              onClick={() => edit({ do: 'move', key, by: -1 })}
            >
              {t('row.up')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size={16} />}
              onClick={() => edit({ do: 'move', key, by: 1 })}
            >
              {t('row.down')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconEyeOff size={16} />}
              onClick={() => edit({ do: 'leave_out', key })}
            >
              {t('row.leaveOut')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  )
})
