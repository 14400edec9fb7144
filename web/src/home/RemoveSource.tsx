import '../common/components.css'
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { useForgetSource } from '../api/queries'
import { Failure } from '../common/Failure'
import { count } from '../common/format'
import { fullPlace } from './origin'

/** Asks before a source goes, and says what goes with it and what stays. */
export function RemoveSource(props: {
  source: Schemas['SourceDetail']
  opened: boolean
  onClose: () => void
}) {
  const { source, opened, onClose } = props
  const { t } = useTranslation(['home', 'common'])
  const forget = useForgetSource()
  const removal = useMutation({
    mutationFn: () =>
      data(api.DELETE('/api/sources/{id}', { params: { path: { id: source.id } } })),
    onSuccess: () => {
      onClose()
      return forget(source.id)
    },
  })
  const { tables, rows } = source.metadata.medallion_config
  const kept = source.origin.kind !== 'file' || !source.origin.uploaded
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('remove.title', { name: source.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <div>
          <Text>{t('remove.goes')}</Text>
          <List size="sm" mt={4} withPadding>
            {(['bronze', 'silver'] as const).map(
              (layer) =>
                tables[layer] && (
                  <List.Item key={layer}>
                    {t(`remove.${layer}`, {
                      count: rows?.[layer] ?? 0,
                      rows: count(rows?.[layer] ?? 0),
                    })}
                  </List.Item>
                ),
            )}
            {tables.gold && (
              <List.Item>{t('remove.gold', { count: tables.gold.length })}</List.Item>
            )}
            <List.Item>{t('remove.recipes')}</List.Item>
            {!kept && <List.Item>{t('remove.file')}</List.Item>}
          </List>
        </div>
        {kept && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('remove.stays', { origin: fullPlace(source.origin) })}
          </Text>
        )}
        {removal.error && <Failure error={removal.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button color="red.9" loading={removal.isPending} onClick={() => removal.mutate()}>
            {t('remove.yes')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
