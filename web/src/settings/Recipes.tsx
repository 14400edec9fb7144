import { ActionIcon, Alert, Badge, Button, Group, Modal, Paper, Stack, Text } from '@mantine/core'
import { IconBook2, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import { Failure } from '../common/Failure'

const RECIPES = ['recipes']

/** Recipes that are kept for other sources of the same shape. */
export function Recipes() {
  const { t } = useTranslation('settings')
  const [going, setGoing] = useState<string>()
  const recipes = useQuery({
    queryKey: RECIPES,
    queryFn: () => data(api.GET('/api/recipes')),
  })
  return (
    <Stack>
      <Text>{t('recipes.text')}</Text>
      <Await query={recipes}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={<IconBook2 />} title={t('recipes.none')} />
          ) : (
            <Stack gap="xs" role="list">
              {all.map(({ name, description, shipped, recipe }) => (
                <Paper key={name} withBorder p="sm" role="listitem" aria-label={name}>
                  <Group justify="space-between" wrap="nowrap">
                    <div style={{ minWidth: 0 }}>
                      <Text fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                        {name}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {[description, t('recipes.columns', { count: recipe.columns?.length ?? 0 })]
                          .filter(Boolean)
                          .join(' · ')}
                      </Text>
                    </div>
                    {shipped ? (
                      <Badge variant="default" style={{ textTransform: 'none', flex: 'none' }}>
                        {t('recipes.shipped')}
                      </Badge>
                    ) : (
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('recipes.forget', { name })}
                        onClick={() => setGoing(name)}
                      >
                        <IconTrash size={18} />
                      </ActionIcon>
                    )}
                  </Group>
                </Paper>
              ))}
            </Stack>
          )
        }
      </Await>
      {going !== undefined && <Forget name={going} onClose={() => setGoing(undefined)} />}
    </Stack>
  )
}

function Forget({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common'])
  const queries = useQueryClient()
  const forgetting = useMutation({
    mutationFn: () => data(api.DELETE('/api/recipes/{name}', { params: { path: { name } } })),
    onSuccess: () => {
      onClose()
      return queries.invalidateQueries({ queryKey: RECIPES })
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('recipes.forgetTitle', { name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Alert>{t('recipes.forgetText')}</Alert>
        {forgetting.error && <Failure error={forgetting.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button color="red.9" loading={forgetting.isPending} onClick={() => forgetting.mutate()}>
            {t('recipes.forgetYes')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
