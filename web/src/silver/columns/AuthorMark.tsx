import { Tooltip } from '@mantine/core'
import { IconRobot, IconRuler2, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Author } from '../draft/recipe'

const ICONS = { PERSON: IconUser, RULES: IconRuler2, MODEL: IconRobot }

/** Who says that a column is to be so: rules, a language model, or you. */
export function AuthorMark({ author }: { author: Author | undefined }) {
  const { t } = useTranslation('silver')
  if (!author) return null
  const Icon = ICONS[author]
  return (
    <Tooltip label={t(`author.${author}`)}>
      <Icon size={16} role="img" aria-label={t(`author.${author}`)} />
    </Tooltip>
  )
}
