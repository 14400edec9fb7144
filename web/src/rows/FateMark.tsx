import { ThemeIcon } from '@mantine/core'
import {
  IconCheck,
  IconClock,
  IconCopy,
  IconFilter,
  IconPencil,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Fate } from './address'

const MARKS: Record<Fate, { icon: Icon; color: string }> = {
  kept: { icon: IconCheck, color: 'gray' },
  changed: { icon: IconPencil, color: 'yellow' },
  rejected: { icon: IconX, color: 'red' },
  duplicate: { icon: IconCopy, color: 'gray' },
  filtered: { icon: IconFilter, color: 'gray' },
  waiting: { icon: IconClock, color: 'gray' },
}

/** What became of a row, at a glance and by name. */
export function FateMark({ fate }: { fate: Fate }) {
  const { t } = useTranslation('rows')
  const mark = MARKS[fate]
  return (
    <ThemeIcon
      size={18}
      radius="xl"
      variant="light"
      color={mark.color}
      role="img"
      aria-label={t(`fate.${fate}`)}
      title={t(`fate.${fate}`)}
    >
      <mark.icon size={12} aria-hidden />
    </ThemeIcon>
  )
}
