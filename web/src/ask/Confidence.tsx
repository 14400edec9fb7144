import { Badge, HoverCard, List, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'

const COLOURS = { high: 'teal', medium: 'yellow', low: 'orange' } as const

/** Whether the question was understood as it was meant; why, when one asks. */
export function Confidence({ confidence }: { confidence: Schemas['Confidence'] }) {
  const { t } = useTranslation('answers')
  return (
    <HoverCard width={320} shadow="md" withinPortal>
      <HoverCard.Target>
        <UnstyledButton
          mih={24}
          title={confidence.reasons.join(' ')}
          aria-label={`${t(`confidence.${confidence.level}`)}. ${confidence.reasons.join(' ')}`}
        >
          <Badge variant="light" color={COLOURS[confidence.level]} autoContrast>
            {t(`confidence.${confidence.level}`)}
          </Badge>
        </UnstyledButton>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <List size="sm">
          {confidence.reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      </HoverCard.Dropdown>
    </HoverCard>
  )
}
