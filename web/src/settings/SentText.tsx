import { Code, Modal, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { keys } from '../api/queries'
import { Await } from '../common/Await'

/** One request to a language model, word for word, and what came back. */
export function SentText({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common'])
  const request = useQuery({
    queryKey: [...keys.settings, 'egress', 'text', id],
    queryFn: () => data(api.GET('/api/egress/{id}', { params: { path: { id } } })),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(960px, 95vw)"
      title={t('sent.textTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Await query={request}>
        {({ text, answer }) => (
          <Stack>
            <Words title={t('sent.sent')} words={text} />
            <Words title={t('sent.answer')} words={answer} />
          </Stack>
        )}
      </Await>
    </Modal>
  )
}

function Words({ title, words }: { title: string; words: string | undefined }) {
  if (words === undefined) return null
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      <Code
        block
        tabIndex={0}
        role="region"
        aria-label={title}
        mah={360}
        style={{ overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {words}
      </Code>
    </section>
  )
}
