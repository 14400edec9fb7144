import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconScale, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { AnswerTable } from '../answers/AnswerTable'
import { SqlText } from '../answers/SqlText'
import { Failure } from '../common/Failure'
import type { Answer, Turn } from './conversation'

/** The same question asked of the cleaned rows as well, and whether both say the same. */
export function Verification(props: {
  answer: Answer
  request: Turn['request']
  onProof: (proof: Pick<Schemas['Answer'], 'verification' | 'left_out'>) => void
}) {
  const { answer, request, onProof } = props
  const { t } = useTranslation(['ask', 'common'])
  const verify = useMutation({
    mutationFn: () =>
      data(
        api.POST('/api/ask', {
          params: { query: { verify: true } },
          body: { question: answer.question, query: answer.query, source: request.source },
        }),
      ),
    onSuccess: ({ verification, left_out }) => onProof({ verification, left_out }),
  })
  const proof = answer.verification
  if (!answer.query) return null
  if (!proof) {
    return (
      <Stack gap="xs">
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconScale size={16} />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {t('verify')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('verifyHint')}
          </Text>
        </Group>
        {verify.error && <Failure error={verify.error} />}
      </Stack>
    )
  }
  return (
    <Stack gap="sm">
      <Alert
        role="status"
        variant={proof.equal ? 'default' : 'light'}
        color={proof.equal ? undefined : 'red'}
        icon={
          proof.equal ? <IconShieldCheck color="var(--mantine-color-teal-6)" /> : <IconShieldX />
        }
        title={proof.equal ? t('equal') : t('different')}
      >
        {proof.sentence}
      </Alert>
      {proof.rows && answer.rows && answer.layer !== 'silver' && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Side title={answer.layer ?? 'gold'} rows={answer.rows} query={answer.query} />
          <Side title="silver" rows={proof.rows} query={answer.query} />
        </SimpleGrid>
      )}
      {proof.sql && answer.layer !== 'silver' && (
        <SqlText sql={proof.sql} label={t('sqlOn', { table: proof.table })} />
      )}
    </Stack>
  )
}

function Side(props: {
  title: Schemas['Layer']
  rows: Schemas['Rows']
  query: Schemas['Query'] | undefined
}) {
  const { t } = useTranslation('common')
  const title = t(`layer.${props.title}`)
  return (
    <Stack gap={4} miw={0}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <AnswerTable rows={props.rows} query={props.query} label={title} first={5} />
    </Stack>
  )
}
