import { Group, Paper, Stack, Text, Title, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { UploadRow } from './UploadRow'
import type { Upload } from './uploads'

/** Files on their way and what became of them. */
export function UploadList(props: {
  uploads: readonly Upload[]
  sources: readonly Schemas['SourceDetail'][]
  onCheck: (upload: Upload) => void
}) {
  const { t } = useTranslation('home')
  const { uploads } = props
  if (uploads.length === 0) return null
  const over = uploads.filter(({ state }) =>
    ['done', 'failed', 'cancelled'].includes(state.kind),
  ).length
  return (
    <Paper withBorder p="md" component="section" aria-label={t('uploads.title')}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {t('uploads.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('uploads.over', { over, count: uploads.length })}
          </Text>
        </Group>
        <VisuallyHidden role="status">
          {t('uploads.over', { over, count: uploads.length })}
        </VisuallyHidden>
        <Stack gap="md" role="list">
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              sources={props.sources}
              onCheck={props.onCheck}
            />
          ))}
        </Stack>
      </Stack>
    </Paper>
  )
}
