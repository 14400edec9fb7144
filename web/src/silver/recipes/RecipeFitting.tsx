import { Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data } from '../../api/api'
import { keys } from '../../api/queries'
import { Await } from '../../common/Await'
import { count } from '../../common/format'
import type { Recipe } from '../draft/recipe'

interface Props {
  source: string
  name: string
  onUse: (recipe: Recipe) => void
}

/** How a kept recipe would serve this source, measured on all its rows. */
export function RecipeFitting({ source, name, onUse }: Props) {
  const { t } = useTranslation('silver')
  const fit = useQuery({
    queryKey: [...keys.source(source), 'silver', 'fit', name],
    queryFn: () =>
      data(
        api.GET('/api/sources/{id}/medallion/silver/recipes/{name}', {
          params: { path: { id: source, name } },
        }),
      ),
    retry: false,
  })
  return (
    <Await query={fit}>
      {(found) => (
        <Stack gap={4} mt="sm" role="status">
          <Text size="sm">
            {t('recipes.found', { count: found.columns.length })}{' '}
            {t('recipes.rejects', {
              rows: count(found.rejected),
              now: count(found.rejected_now),
            })}
          </Text>
          {found.missing.length > 0 && (
            <Text size="sm">{t('recipes.missing', { columns: found.missing.join(', ') })}</Text>
          )}
          {found.added.length > 0 && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {t('recipes.added', { columns: found.added.join(', ') })}
            </Text>
          )}
          <Button size="compact-sm" w="fit-content" onClick={() => onUse(found.recipe)}>
            {t('recipes.use')}
          </Button>
        </Stack>
      )}
    </Await>
  )
}
