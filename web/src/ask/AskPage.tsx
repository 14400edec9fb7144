import { Button, Group, Stack, Title, VisuallyHidden } from '@mantine/core'
import { IconDatabase, IconEraser } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Schemas } from '../api/api'
import { useSources } from '../api/queries'
import { cut } from '../answers/figures'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import styles from './AskPage.module.css'
import { asked } from './conversation'
import { KeptQuestions } from './KeptQuestions'
import { QuestionBox } from './QuestionBox'
import { Scope } from './Scope'
import { Suggestions } from './Suggestions'
import { TurnView } from './TurnView'
import { useConversation } from './useConversation'
import { useQuestionOfAddress } from './useQuestionOfAddress'

/** A conversation with the data: questions in plain words, answers with their proof. */
export function Component() {
  const { t } = useTranslation('ask')
  const sources = useSources()
  const [search, setSearch] = useSearchParams()
  const source = search.get('source') ?? undefined
  const [withModel, setWithModel] = useState(true)
  const [draft, setDraft] = useState('')
  const { turns, ask, again, stop, clear, complete } = useConversation()

  const put = (question: string, of = source) =>
    ask({ question, source: of, ...(withModel ? {} : { model: false }) })

  const putKept = (kept: Schemas['SavedQuestion']) =>
    ask({
      question: kept.question,
      source: kept.source,
      context: undefined,
      // By its words where its period follows the day, else as it was understood.
      ...(kept.relative ? { model: false } : { query: kept.query }),
    })

  useQuestionOfAddress((wanted) => {
    if (wanted.kept) putKept(wanted.kept)
    // A link of somebody else's may have brought it: no language model is told.
    else ask({ question: wanted.question, source, model: false })
  })

  const last = turns.at(-1)
  const said = last?.state.kind === 'answered' ? cut(last.state.answer.sentence) : ''
  return (
    <Stack gap="md" className={styles.page}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={1}>{t('title')}</Title>
        <Group gap="xs">
          <KeptQuestions onAsk={putKept} />
          {turns.length > 0 && (
            <Button
              variant="subtle"
              size="compact-md"
              leftSection={<IconEraser size={16} />}
              onClick={clear}
            >
              {t('clear')}
            </Button>
          )}
        </Group>
      </Group>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <Await query={sources}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={<IconDatabase />} title={t('noData')}>
              <p>{t('noDataHint')}</p>
              <Button component={Link} to="/">
                {t('addData')}
              </Button>
            </Empty>
          ) : (
            <>
              {turns.length === 0 && <Suggestions source={source} onAsk={put} title={t('begin')} />}
              {turns.length > 0 && (
                <ol className={styles.turns} aria-label={t('conversation')}>
                  {turns.map((turn) => (
                    <TurnView
                      key={turn.id}
                      turn={turn}
                      newest={turn === last}
                      onAsk={put}
                      onEdit={setDraft}
                      onAgain={() => again(turn)}
                      onStop={() => stop(turn.id)}
                      onProof={(proof) => complete(turn.id, proof)}
                    />
                  ))}
                </ol>
              )}
              <div className={styles.box}>
                <QuestionBox
                  draft={draft}
                  onDraft={setDraft}
                  earlier={asked(turns)}
                  onAsk={(question) => put(question)}
                />
                <Scope
                  sources={all}
                  source={source}
                  onSource={(id) => setSearch(id ? { source: id } : {}, { replace: true })}
                  withModel={withModel}
                  onWithModel={setWithModel}
                />
              </div>
            </>
          )
        }
      </Await>
    </Stack>
  )
}
