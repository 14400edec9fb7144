import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { Problem } from '../api/problems'
import { useForgetSource } from '../api/queries'
import { Failure } from '../common/Failure'
import { Dimensions } from './Dimensions'
import { Hierarchies } from './Hierarchies'
import { Measures } from './Measures'
import { isEdited, sent, type Model } from './model'
import { Reset } from './Reset'
import { RowFields } from './RowFields'

type Props = { id: string; known: Model; columns: string[] }

/** Edits a model; what people change stays when the rows are cleaned again. */
export function ModelEditor({ id, known, columns }: Props) {
  const { t } = useTranslation(['semantic', 'common'])
  const [model, setModel] = useState(known)
  const forget = useForgetSource()
  const save = useMutation({
    mutationFn: (next: Model) =>
      data(
        api.PUT('/api/sources/{id}/semantic-model', { params: { path: { id } }, body: sent(next) }),
      ),
    onSuccess: async () => {
      notifications.show({ message: t('saved') })
      await forget(id)
    },
  })
  const problem = save.error instanceof Problem ? save.error : undefined
  const at = (pointer: string) => problem?.at(pointer) ?? []
  const changed = JSON.stringify(model) !== JSON.stringify(known)
  const part = { known, at, columns }
  return (
    <Stack gap="xl">
      {known.notes?.map((note) => (
        <Text key={note} size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {note}
        </Text>
      ))}
      <RowFields {...part} model={model} onChange={setModel} />
      <Measures
        {...part}
        measures={model.measures ?? []}
        onChange={(measures) => setModel({ ...model, measures })}
      />
      <Dimensions
        {...part}
        dimensions={model.dimensions ?? []}
        onChange={(dimensions) => setModel({ ...model, dimensions })}
      />
      <Hierarchies
        hierarchies={model.hierarchies ?? []}
        dimensions={(model.dimensions ?? []).map((dimension) => dimension.name)}
        at={at}
        onChange={(hierarchies) => setModel({ ...model, hierarchies })}
      />
      {save.error && <Failure error={save.error} />}
      {(changed || isEdited(known)) && (
        <Paper
          withBorder
          shadow="md"
          p="sm"
          style={{ position: 'sticky', bottom: 12, zIndex: 10 }}
          component="section"
          aria-label={t('save')}
        >
          <Group justify="space-between">
            <Text size="sm" aria-live="polite">
              {changed ? t('unsaved') : t('asSaved')}
            </Text>
            <Group gap="xs">
              {isEdited(known) && <Reset id={id} />}
              {changed && (
                <Button variant="default" onClick={() => (setModel(known), save.reset())}>
                  {t('discard')}
                </Button>
              )}
              <Button
                color="gold"
                disabled={!changed}
                loading={save.isPending}
                onClick={() => save.mutate(model)}
              >
                {t('save')}
              </Button>
            </Group>
          </Group>
        </Paper>
      )}
    </Stack>
  )
}
