import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core'
import {
  rectSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
} from '@dnd-kit/sortable'
import { Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../api/problems'
import type { Column, Step, StepKind } from '../draft/recipe'
import { addable, freshStep, moved, STEP_FIELDS, stepsOf, withStep } from './steps'
import { StepChip } from './StepChip'
import { StepForm } from './StepForm'

interface Props {
  column: Column
  problem: Problem | undefined
  onChange: (steps: Step[], field?: string) => void
  onDragging: (dragging: boolean) => void
}

/** The steps of a column in order: each can be opened, moved and taken out, and more can be added. */
export function StepList({ column, problem, onChange, onDragging }: Props) {
  const { t } = useTranslation('silver')
  const [opened, setOpened] = useState<number>()
  const steps = stepsOf(column)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const ids = steps.map((_, index) => index + 1)
  const put = (next: Step[], field?: string) => onChange(next, field)

  const dropped = ({ active, over }: DragEndEvent) => {
    onDragging(false)
    if (!over || active.id === over.id) return
    setOpened(undefined)
    put(moved(steps, Number(active.id) - 1, Number(over.id) - 1))
  }
  const added = (kind: StepKind) => {
    const step = freshStep(kind, column)
    const next = withStep(steps, step)
    put(next)
    setOpened(STEP_FIELDS[kind].length > 0 ? next.indexOf(step) : undefined)
  }
  const open = opened === undefined ? undefined : steps[opened]
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm" id="steps-label">
        {t('panel.steps')}
      </Text>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragStart={() => onDragging(true)}
        onDragEnd={dropped}
        onDragCancel={() => onDragging(false)}
        accessibility={{ screenReaderInstructions: { draggable: t('panel.dragging') } }}
      >
        <SortableContext items={ids} strategy={rectSortingStrategy}>
          <Group gap={6} role="list" aria-labelledby="steps-label">
            {steps.map((step, index) => (
              <StepChip
                key={index}
                id={index + 1}
                step={step}
                open={opened === index}
                problems={problem?.at(`/cleaning/${index}`) ?? []}
                onOpen={() => setOpened(opened === index ? undefined : index)}
                onRemove={() => {
                  setOpened(undefined)
                  put(steps.filter((_, at) => at !== index))
                }}
              />
            ))}
          </Group>
        </SortableContext>
      </DndContext>
      {open && opened !== undefined && (
        <StepForm
          step={open}
          pointer={`/cleaning/${opened}`}
          problem={problem}
          onChange={(step, field) =>
            put(
              steps.map((other, at) => (at === opened ? step : other)),
              `step/${opened}/${field}`,
            )
          }
        />
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            w="fit-content"
            leftSection={<IconPlus size={14} />}
          >
            {t('panel.addStep')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
          {addable(column).map((kind) => (
            <Menu.Item key={kind} onClick={() => added(kind)}>
              {t(`stepKinds.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  )
}
