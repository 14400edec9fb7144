import { useQuery } from '@tanstack/react-query'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'

type Recipe = Schemas['SilverRecipe']
type Proposal = Schemas['Proposal']

/** What a table's shape makes of sums, and the recipe that it is said of. */
export interface Shapes {
  inForce: Schemas['RecipeInForce']
  open: Proposal[]
}

/** What the table's shape makes of sums, of what was cleaned and nobody has decided on. */
export function useShapes(id: string, medallion: Schemas['Medallion']) {
  const silver = medallion.layers.find((layer) => layer.layer === 'silver')
  const build = silver?.published_build
  return useQuery({
    queryKey: [...keys.source(id), 'shapes', build],
    enabled: build !== undefined,
    queryFn: async (): Promise<Shapes> => {
      const inForce = await data(
        api.GET('/api/sources/{id}/medallion/silver/recipe', { params: { path: { id } } }),
      )
      const open: Proposal[] = []
      for (const proposal of inForce.recipe.proposals ?? []) {
        if (proposal.kind === 'SHAPE' && !(await isOut(id, inForce.recipe, proposal, silver)))
          open.push(proposal)
      }
      return { inForce, open }
    },
  })
}

/** Whether the rows that a proposal would leave out are out already, for another reason. */
async function isOut(
  id: string,
  recipe: Recipe,
  proposal: Proposal,
  silver: Schemas['MedallionLayer'] | undefined,
): Promise<boolean> {
  const ledger = silver?.ledger
  const filters = proposal.edits.every((edit) => edit.edit === 'add_filter')
  if (!ledger || !filters || proposal.edits.length === 0) return false
  if (ledger.rejected + ledger.duplicates + ledger.filtered < proposal.rows) return false
  const params = { path: { id } }
  const tried = await data(
    api.POST('/api/sources/{id}/medallion/silver/apply/preview', {
      params,
      body: { recipe, proposals: [proposal.id] },
    }),
  )
  const preview = await data(
    api.POST('/api/sources/{id}/medallion/silver/preview', { params, body: tried }),
  )
  return preview.ledger?.silver === ledger.silver
}
