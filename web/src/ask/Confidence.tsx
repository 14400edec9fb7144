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
          display="inline-flex"
          style={{ alignItems: 'center' }}
          title={confidence.reasons.join(' ')}
          aria-label={`${t(`confidence.${confidence.level}`)}. ${confidence.reasons.join(' ')}`}
        >
          <Badge
            variant="default"
            leftSection={<Dot color={`var(--mantine-color-${COLOURS[confidence.level]}-6)`} />}
          >
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

/** The words beside it say the same. */
function Dot({ color }: { color: string }) {
  return (
    <span
      aria-hidden
      style={{ display: 'block', width: 8, height: 8, borderRadius: '50%', background: color }}
    />
  )
}
