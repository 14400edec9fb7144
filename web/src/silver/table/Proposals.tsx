import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Edit } from '../draft/history'
import type { Recipe } from '../draft/recipe'
import { ProposalCard } from './ProposalCard'

/** What the data speaks for and nobody has asked for. */
export function Proposals(props: { source: string; recipe: Recipe; edit: (edit: Edit) => void }) {
  const { t } = useTranslation('silver')
  const proposals = props.recipe.proposals ?? []
  if (proposals.length === 0)
    return (
      <Text c="dimmed" py="lg">
        {t('proposals.none')}
      </Text>
    )
  return (
    <Stack gap="sm">
      {proposals.map((proposal) => (
        <ProposalCard key={proposal.id} {...props} proposal={proposal} />
      ))}
    </Stack>
  )
}
