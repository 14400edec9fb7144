import { Group, Loader, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import type { Actions } from './actions'
import { OpenQuestions } from './OpenQuestions'
import { useFirstLook } from './queries'

/** The open questions, which are looked for on all rows when a source is first seen. */
export function Questions(props: {
  id: string
  medallion: Schemas['Medallion']
  actions: Actions
}) {
  const { t } = useTranslation('sources')
  const { questions } = props.medallion
  const looked = useFirstLook(props.id, props.medallion)
  if (questions.length > 0) return <OpenQuestions questions={questions} actions={props.actions} />
  if (!looked.isFetching) return null
  return (
    <Group gap="xs" role="status">
      <Loader size="xs" />
      <Text size="sm">{t('asked.looking')}</Text>
    </Group>
  )
}
