import { Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../api/problems'
import type { Step } from '../draft/recipe'
import { STEP_FIELDS } from './steps'
import { StepField } from './StepField'

interface Props {
  step: Step
  pointer: string
  problem: Problem | undefined
  onChange: (step: Step, field: string) => void
}

/** What a step is told: a field for each thing that its kind needs to know. */
export function StepForm({ step, pointer, problem, onChange }: Props) {
  const { t } = useTranslation('silver')
  const fields = STEP_FIELDS[step.step]
  const values = step as unknown as Record<string, unknown>
  const own = new Set(fields.flatMap(({ name }) => problem?.at(`${pointer}/${name}`) ?? []))
  const whole = (problem?.at(pointer) ?? []).filter((message) => !own.has(message))
  return (
    <Paper withBorder p="sm" radius="md">
      <Stack gap="xs">
        <Text size="sm">{t(`stepHelp.${step.step}`)}</Text>
        {fields.map((field) => (
          <StepField
            key={field.name}
            field={field}
            value={values[field.name]}
            problems={problem?.at(`${pointer}/${field.name}`) ?? []}
            onChange={(value) =>
              onChange({ ...step, [field.name]: value } as unknown as Step, field.name)
            }
          />
        ))}
        {whole.map((message) => (
          <Text key={message} size="sm" c="var(--mantine-color-error)" role="alert">
            {message}
          </Text>
        ))}
      </Stack>
    </Paper>
  )
}
