import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { useForgetSource } from '../api/queries'
import { Failure } from '../common/Failure'

/** Forgets what people have said; what the data says stands again. */
export function Reset({ id }: { id: string }) {
  const { t } = useTranslation(['semantic', 'common'])
  const [opened, { open, close }] = useDisclosure()
  const forget = useForgetSource()
  const reset = useMutation({
    mutationFn: () =>
      data(api.DELETE('/api/sources/{id}/semantic-model', { params: { path: { id } } })),
    onSuccess: async () => {
      close()
      await forget(id)
    },
  })
  return (
    <>
      <Button variant="subtle" color="gray" onClick={open}>
        {t('reset')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        closeButtonProps={{ 'aria-label': t('common:close') }}
        title={t('reset')}
      >
        <Stack>
          <Text>{t('resetWhat')}</Text>
          {reset.error && <Failure error={reset.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button color="red.9" loading={reset.isPending} onClick={() => reset.mutate()}>
              {t('reset')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
