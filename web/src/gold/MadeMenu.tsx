import { ActionIcon, Button, Group, Menu, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots, IconDownload, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { Problem } from '../api/problems'
import { useForgetSource } from '../api/queries'
import { Failure } from '../common/Failure'

type Props = {
  id: string
  layer: Schemas['MedallionLayer']
  onEdit: () => void
  onRefresh: () => void
}

/** What one may do with a table that exists. */
export function MadeMenu({ id, layer, onEdit, onRefresh }: Props) {
  const { t } = useTranslation(['gold', 'common'])
  const [asked, ask] = useDisclosure()
  const table = layer.table_name
  const file = (format: string) =>
    `/api/sources/${encodeURIComponent(id)}/medallion/gold/export?${new URLSearchParams({ table, format }).toString()}`
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="md"
            aria-label={t('made.menu', { name: table.slice(0, 200) })}
          >
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
            {t('edit.edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconRefresh size={16} />} onClick={onRefresh}>
            {t('made.refresh')}
          </Menu.Item>
          {(['xlsx', 'csv', 'parquet'] as const).map((format) => (
            <Menu.Item
              key={format}
              component="a"
              href={file(format)}
              download
              leftSection={<IconDownload size={16} />}
            >
              {t(`made.${format}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={ask.open}>
            {t('made.drop')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={asked}
        onClose={ask.close}
        closeButtonProps={{ 'aria-label': t('common:close') }}
        title={t('made.dropTitle')}
      >
        <Drop id={id} table={table} onDone={ask.close} />
      </Modal>
    </>
  )
}

function Drop({ id, table, onDone }: { id: string; table: string; onDone: () => void }) {
  const { t } = useTranslation(['gold', 'common'])
  const forget = useForgetSource()
  const drop = useMutation({
    mutationFn: (cascade: boolean) =>
      data(
        api.DELETE('/api/sources/{id}/medallion/{layer}', {
          params: { path: { id, layer: 'gold' }, query: { table, cascade } },
        }),
      ),
    onSuccess: async () => {
      await forget(id)
      onDone()
    },
  })
  const held = drop.error instanceof Problem && drop.error.status === 409
  return (
    <Stack>
      <Text style={{ overflowWrap: 'anywhere' }}>
        {t('made.dropWhat', { name: table.slice(0, 300) })}
      </Text>
      {drop.error && <Failure error={drop.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
        <Button color="red.9" loading={drop.isPending} onClick={() => drop.mutate(held)}>
          {held ? t('made.dropAll') : t('made.drop')}
        </Button>
      </Group>
    </Stack>
  )
}
