import { Badge, Button, Group, Modal, Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../../api/api'
import { Await } from '../../common/Await'
import type { Recipe } from '../draft/recipe'
import { RecipeFitting } from './RecipeFitting'

interface Props {
  source: string
  onUse: (recipe: Recipe) => void
  onClose: () => void
}

/** Recipes that were kept or came with Assay, each tried on this source before it is used. */
export function StartFromRecipe({ source, onUse, onClose }: Props) {
  const { t } = useTranslation('silver')
  const [tried, setTried] = useState<string>()
  const recipes = useQuery({
    queryKey: ['recipes'],
    queryFn: () => data(api.GET('/api/recipes')),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('recipes.start')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <Await query={recipes}>
        {(all) => (
          <Stack gap="sm">
            {all.map((recipe) => (
              <Paper
                key={recipe.name}
                withBorder
                p="sm"
                component="article"
                aria-label={recipe.name}
              >
                <Group justify="space-between" wrap="nowrap" align="flex-start">
                  <div style={{ minWidth: 0 }}>
                    <Group gap="xs">
                      <Text fw={600}>{recipe.name}</Text>
                      {recipe.shipped && (
                        <Badge variant="light" tt="none">
                          {t('recipes.shipped')}
                        </Badge>
                      )}
                    </Group>
                    <Text size="sm" c="dimmed">
                      {recipe.description}
                    </Text>
                  </div>
                  <Button
                    size="compact-sm"
                    variant="default"
                    style={{ flexShrink: 0 }}
                    onClick={() => setTried(recipe.name)}
                  >
                    {t('recipes.try')}
                  </Button>
                </Group>
                {tried === recipe.name && (
                  <RecipeFitting source={source} name={recipe.name} onUse={onUse} />
                )}
              </Paper>
            ))}
          </Stack>
        )}
      </Await>
    </Modal>
  )
}
