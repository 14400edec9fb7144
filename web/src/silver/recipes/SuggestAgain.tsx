import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../../api/api'
import { Await } from '../../common/Await'
import { ChangeList } from '../apply/ChangeList'
import { changes, onTop } from '../draft/compare'
import type { Draft } from '../draft/history'
import type { Recipe } from '../draft/recipe'

interface Props {
  source: string
  draft: Draft
  onUse: (recipe: Recipe) => void
  onClose: () => void
}

/** Has everything thought of anew, and shows how that differs from the draft before it is taken. */
export function SuggestAgain({ source, draft, onUse, onClose }: Props) {
  const { t } = useTranslation('silver')
  const [asked] = useState(() => Date.now())
  const suggestion = useQuery({
    queryKey: ['suggest again', source, asked],
    queryFn: () =>
      data(
        api.POST('/api/sources/{id}/medallion/silver/suggest', {
          params: { path: { id: source }, query: { again: true } },
        }),
      ),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
  const mine = changes(draft.base, draft.present)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('again.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <Await query={suggestion}>
        {(recipe) => (
          <Stack gap="sm">
            <Text size="sm">{t('again.differs')}</Text>
            <ChangeList changes={changes(draft.present, recipe)} />
            <Group justify="flex-end" gap="xs">
              {mine.length > 0 && (
                <Button
                  variant="default"
                  onClick={() => onUse(onTop(draft.base, draft.present, recipe))}
                >
                  {t('again.keepMine')}
                </Button>
              )}
              <Button onClick={() => onUse(recipe)}>{t('again.takeAll')}</Button>
            </Group>
          </Stack>
        )}
      </Await>
    </Modal>
  )
}
