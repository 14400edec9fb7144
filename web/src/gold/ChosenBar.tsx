import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/queries'
import { Await } from '../common/Await'
import { bytes, count } from '../common/format'
import { useTold } from '../said/useTold'
import { PlanView } from './PlanView'
import type { GoldTable } from './tables'
import { previewOf } from './usePreview'

type Props = { id: string; tables: GoldTable[]; busy: boolean; onBuild: () => void }

/** What is chosen, what it would take, and the button that makes it. */
export function ChosenBar({ id, tables, busy, onBuild }: Props) {
  const { t } = useTranslation(['gold', 'common'])
  const [opened, { open, close }] = useDisclosure()
  if (tables.length === 0) return null
  const rows = tables.reduce((sum, table) => sum + (table.expected_rows ?? 0), 0)
  const size = tables.reduce((sum, table) => sum + (table.expected_bytes ?? 0), 0)
  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      component="section"
      aria-label={t('chosen.title')}
      style={{ position: 'sticky', bottom: 12, zIndex: 10 }}
    >
      <Group justify="space-between">
        <Text size="sm" aria-live="polite">
          <b>{t('chosen.count', { count: tables.length })}</b>
          {rows > 0 && ` · ${t('chosen.size', { rows: count(rows), bytes: bytes(size) })}`}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={open}>
            {t('chosen.preview')}
          </Button>
          <Button color="gold" loading={busy} onClick={onBuild}>
            {t('chosen.build', { count: tables.length })}
          </Button>
        </Group>
      </Group>
      <Modal
        opened={opened}
        onClose={close}
        closeButtonProps={{ 'aria-label': t('common:close') }}
        size="xl"
        title={t('chosen.preview')}
      >
        <Plans id={id} tables={tables} />
      </Modal>
    </Paper>
  )
}

function Plans({ id, tables }: { id: string; tables: GoldTable[] }) {
  const { t } = useTranslation('gold')
  const told = useTold()
  const previews = useQuery({
    queryKey: [...keys.source(id), 'gold', 'preview', tables],
    queryFn: () => previewOf(id, tables),
    retry: false,
  })
  return (
    <Await query={previews}>
      {(found) => (
        <Stack gap="lg">
          {found.map((preview) => (
            <Stack key={preview.table} gap="xs">
              <Title order={3} size="h5" style={{ overflowWrap: 'anywhere' }}>
                {preview.table}
              </Title>
              <Text
                size="sm"
                {...(preview.refusal
                  ? told.refusal(preview)
                  : {
                      children: t('preview.rows', {
                        count: preview.rows,
                        rows: count(preview.rows),
                      }),
                    })}
              />
              {preview.notes?.map((note) => (
                <Text key={note} size="sm" c="dimmed" lang="en">
                  {note}
                </Text>
              ))}
              <PlanView preview={preview} />
            </Stack>
          ))}
        </Stack>
      )}
    </Await>
  )
}
