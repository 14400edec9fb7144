import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../../api/api'
import { Failure } from '../../common/Failure'

/** Keeps what is applied to a source, to be used for others. */
export function SaveRecipe(props: { source: string; dirty: boolean; onClose: () => void }) {
  const { t } = useTranslation('silver')
  const [name, setName] = useState(props.source)
  const [description, setDescription] = useState('')
  const save = useMutation({
    mutationFn: () =>
      data(
        api.PUT('/api/recipes/{name}', {
          params: { path: { name } },
          body: { source: props.source, description: description || undefined },
        }),
      ),
    onSuccess: (kept) => {
      notifications.show({ message: t('recipes.saved', { name: kept.name }) })
      props.onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('recipes.save')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Stack gap="sm">
          {props.dirty && <Text size="sm">{t('recipes.onlyApplied')}</Text>}
          <TextInput
            label={t('recipes.name')}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('recipes.description')}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          {save.error && <Failure error={save.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('recipes.keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
