import { ActionIcon, Group, Paper, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { IconGripVertical } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './Board.module.css'
import { CardMenu } from './CardMenu'
import { PinnedAnswer } from './PinnedAnswer'
import { RenameForm } from './RenameForm'
import type { Pinned } from './usePinned'

/** One pinned question: its name, what is done with it, and its answer as the data is now. */
export function Card({ question }: { question: Pinned }) {
  const { t } = useTranslation('dashboard')
  const { setNodeRef, transform, transition, isDragging, attributes, listeners } = useSortable({
    id: question.name,
  })
  const [renaming, rename] = useDisclosure()
  const classes = [question.pin.wide && styles.wide, isDragging && styles.lifted]
  return (
    <li
      ref={setNodeRef}
      className={classes.filter(Boolean).join(' ')}
      style={{
        transform: CSS.Translate.toString(transform),
        transition: transition,
      }}
    >
      <Paper withBorder p="md" radius="md" className={styles.card} component="article">
        <Group gap={4} wrap="nowrap" align="flex-start">
          <ActionIcon
            variant="subtle"
            color="gray"
            className={styles.handle}
            aria-label={t('move', { name: question.name })}
            {...attributes}
            {...listeners}
          >
            <IconGripVertical size={16} />
          </ActionIcon>
          {renaming ? (
            <RenameForm name={question.name} onClose={rename.close} />
          ) : (
            <Title
              order={2}
              size="h5"
              dir="auto"
              title={question.question}
              style={{ flex: 1, overflowWrap: 'anywhere', lineHeight: 1.5 }}
            >
              {question.name}
            </Title>
          )}
          <CardMenu question={question} onRename={rename.open} />
        </Group>
        <PinnedAnswer question={question} />
      </Paper>
    </li>
  )
}
