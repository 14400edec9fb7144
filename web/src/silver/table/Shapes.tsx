import { ActionIcon, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'

type Shape = Schemas['Shape']
const MOST_NAMES = 8

/** Changes of the table as a whole, made before its cells are cleaned. */
export function Shapes(props: { shapes: Shape[]; onChange: (shapes: Shape[]) => void }) {
  const { t } = useTranslation('silver')
  if (props.shapes.length === 0) return null
  const names = (columns: string[]) =>
    columns.slice(0, MOST_NAMES).join(', ') + (columns.length > MOST_NAMES ? ' …' : '')
  const words = (shape: Shape) =>
    shape.shape === 'fill_down'
      ? t('shapes.fillDown', { columns: names(shape.columns) })
      : t('shapes.unpivot', {
          columns: names(shape.columns),
          name: shape.name_column,
          value: shape.value_column,
        })
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="shapes">
      <Stack gap="sm">
        <Title order={3} size="h5" id="shapes">
          {t('shapes.title')}
        </Title>
        {props.shapes.map((shape, index) => (
          <Group key={index} justify="space-between" wrap="nowrap">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {words(shape)}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('shapes.remove', { step: words(shape) })}
              onClick={() => props.onChange(props.shapes.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </Paper>
  )
}
