import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { useKeep, useKeptQuestions } from '../answers/questions'
import { inFull, type Answer, type Turn } from './conversation'

/** A name that the server takes, made of a question. */
const proposed = (question: string) =>
  question
    .replace(/[^\p{L}\p{N} _.-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ _.-]+/, '')
    .slice(0, 80)
    .trim()

/** Keeps an answer's question under a name, on the dashboard if so wished. */
export function KeepForm(props: {
  opened: boolean
  onClose: () => void
  answer: Answer
  request: Turn['request']
}) {
  const { opened, onClose } = props
  const { t } = useTranslation(['ask', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keepTitle')}
      centered
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {opened && <Form {...props} />}
    </Modal>
  )
}

function Form({ onClose, answer, request }: Parameters<typeof KeepForm>[0]) {
  const { t } = useTranslation(['ask', 'common'])
  const kept = useKeptQuestions()
  const keep = useKeep()
  const alone = useStandsAlone(answer, request)
  const question =
    alone.data === false && answer.query ? inFull(answer.query, t('by')) : request.question
  const [edited, setName] = useState<string>()
  const [pinned, setPinned] = useState(true)
  const name = edited ?? proposed(question)
  const taken = kept.data?.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())

  const send = () =>
    keep.mutate(
      {
        name: taken?.name ?? name.trim(),
        pinned,
        request: {
          question,
          source: request.source,
          // By its words its period follows the day; else it is kept as it was understood.
          ...(alone.data === true ? { model: request.model } : { query: answer.query }),
        },
      },
      {
        onSuccess: () => {
          notifications.show({
            message: pinned ? t('pinned') : t('kept'),
            closeButtonProps: { 'aria-label': t('common:close') },
          })
          onClose()
        },
      },
    )

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Stack>
        <TextInput
          label={t('name')}
          value={name}
          maxLength={80}
          data-autofocus
          error={keep.error?.message}
          description={taken ? t('replaces', { name: taken.name }) : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label={t('onDashboard')}
          checked={pinned}
          onChange={(event) => setPinned(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={keep.isPending || alone.isLoading} disabled={!name.trim()}>
            {t('keepIt')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Whether the words mean the same without what was asked before them, read by rules alone. */
function useStandsAlone(answer: Answer, request: Turn['request']) {
  return useQuery({
    queryKey: ['stands-alone', request.question, request.source, answer.query],
    queryFn: async () => {
      if (request.query || answer.author === 'MODEL') return false
      if (!request.context) return true
      const { question, source } = request
      const other = await data(
        api.POST('/api/ask', { params: {}, body: { question, source, model: false } }),
      )
      return JSON.stringify(other.query) === JSON.stringify(answer.query)
    },
  })
}
