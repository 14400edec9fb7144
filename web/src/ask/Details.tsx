import { Accordion, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SqlText } from '../answers/SqlText'
import { count, moment } from '../common/format'
import type { Answer } from './conversation'

/** How an answer was come by: its table, what was read, who read the question, and the SQL. */
export function Details({ answer }: { answer: Answer }) {
  const { t } = useTranslation(['ask', 'answers'])
  const { cost, freshness, confidence } = answer
  const lines = [
    answer.table && t('table', { table: answer.table }),
    cost && t('rowsRead', { count: cost.rows_read, rows: count(cost.rows_read) }),
    cost?.rows_otherwise !== undefined &&
      t('rowsOtherwise', { count: cost.rows_otherwise, rows: count(cost.rows_otherwise) }),
    freshness?.loaded_at && t('answers:loadedAt', { time: moment(freshness.loaded_at) }),
    freshness?.built_at && t('answers:builtAt', { time: moment(freshness.built_at) }),
    answer.author && t(`answers:author.${answer.author}`),
    ...(confidence?.reasons ?? []),
    answer.cached && t('cached'),
  ].filter((line): line is string => typeof line === 'string')
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="details">
        <Accordion.Control>{t('details')}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <Stack gap={2}>
              {lines.map((line) => (
                <Text key={line} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {line}
                </Text>
              ))}
            </Stack>
            {answer.sql && <SqlText sql={answer.sql} label="SQL" />}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
