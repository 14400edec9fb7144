import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconGripVertical, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { parses, type Step } from '../draft/recipe'
import styles from '../silver.module.css'
import { StepWords } from './StepWords'

interface Props {
  id: number
  step: Step
  open: boolean
  problems: string[]
  onOpen: () => void
  onRemove: () => void
}

/** One step: dragged by its handle, opened by its words, taken out by its cross. */
export function StepChip({ id, step, open, problems, onOpen, onRemove }: Props) {
  const { t } = useTranslation('silver')
  const fixed = parses(step) || step.step === 'custom'
  const {
    setNodeRef,
    setActivatorNodeRef,
    attributes,
    listeners,
    transform,
    transition,
    isDragging,
  } = useSortable({ id, disabled: fixed })
  const name = t(`stepKinds.${step.step}`)
  const wrong = problems.length > 0
  return (
    <div
      ref={setNodeRef}
      role="listitem"
      className={styles.step}
      data-open={open || undefined}
      style={{
        transform: CSS.Translate.toString(transform),
        transition,
        zIndex: isDragging ? 2 : undefined,
        ...(wrong && { borderColor: 'var(--mantine-color-red-6)' }),
      }}
    >
      {!fixed && (
        <ActionIcon
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          variant="transparent"
          color="gray"
          size={26}
          aria-label={t('panel.moveStep', { step: name })}
          style={{ cursor: 'grab' }}
        >
          <IconGripVertical size={14} />
        </ActionIcon>
      )}
      <Tooltip label={problems.join(' ')} disabled={!wrong} multiline maw={320}>
        <UnstyledButton
          onClick={onOpen}
          aria-expanded={open}
          px={6}
          mih={28}
          fz="sm"
          style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          <StepWords step={step} />
        </UnstyledButton>
      </Tooltip>
      <ActionIcon
        variant="transparent"
        color="gray"
        size={26}
        aria-label={t('panel.removeStep', { step: name })}
        onClick={onRemove}
      >
        <IconX size={14} />
      </ActionIcon>
    </div>
  )
}
