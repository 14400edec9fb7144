import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../../api/api'
import { count } from '../../common/format'
import { Failure } from '../../common/Failure'
import { AuthorMark } from '../columns/AuthorMark'
import { Value } from '../column/Value'
import type { Edit } from '../draft/history'
import type { Recipe } from '../draft/recipe'
import { useSaid } from '../said/useSaid'

interface Props {
  source: string
  recipe: Recipe
  proposal: Schemas['Proposal']
  edit: (edit: Edit) => void
}

const MOST_EXAMPLES = 4

/** One proposal: why, how many rows, which values; accepted or dismissed. */
export function ProposalCard({ source, recipe, proposal, edit }: Props) {
  const { t } = useTranslation('silver')
  const said = useSaid()
  const accept = useMutation({
    mutationFn: (of: Recipe) =>
      data(
        api.POST('/api/sources/{id}/medallion/silver/apply/preview', {
          params: { path: { id: source } },
          body: { recipe: of, proposals: [proposal.id] },
        }),
      ),
    onSuccess: (made, of) => edit({ do: 'made', of, recipe: made }),
  })
  const dismiss = () =>
    edit({
      do: 'table',
      change: { proposals: recipe.proposals?.filter((one) => one.id !== proposal.id) },
    })
  return (
    <Paper withBorder p="md" component="article" aria-label={proposal.id}>
      <Stack gap="xs">
        <Group gap="xs">
          <Badge variant="light" tt="none" radius="sm">
            {t(`proposalKinds.${proposal.kind}`)}
          </Badge>
          <Text fw={600} dir="auto">
            {proposal.columns.join(', ')}
          </Text>
          <AuthorMark author={proposal.author} />
          <Text size="sm" c="dimmed">
            {t('proposals.rows', { count: proposal.rows, rows: count(proposal.rows) })}
          </Text>
        </Group>
        <Text size="sm" {...said.proposal(proposal)} />
        {(proposal.examples ?? []).length > 0 && (
          <Group gap="xs">
            {proposal.examples?.slice(0, MOST_EXAMPLES).map((example, index) => (
              <Badge key={index} variant="default" tt="none" fw={400} maw="100%" h="auto">
                <Value text={example} />
              </Badge>
            ))}
          </Group>
        )}
        {accept.error && <Failure error={accept.error} />}
        <Group gap="xs">
          {proposal.edits.length > 0 && (
            <Button
              size="compact-sm"
              variant="light"
              loading={accept.isPending}
              onClick={() => accept.mutate(recipe)}
            >
              {t('proposals.accept')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={dismiss}>
            {t('proposals.dismiss')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
