import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import { Failure } from '../../common/Failure'
import { Loading } from '../../common/Loading'
import { useTold } from '../../said/useTold'
import { changes } from '../draft/compare'
import type { Draft } from '../draft/history'
import { useDifference, type Check } from '../queries'
import { Account } from './ApplyBar'
import { ChangeList } from './ChangeList'
import { Difference } from './Difference'
import { Reasons } from './Reasons'

interface Props {
  source: string
  draft: Draft
  /** Whether there is Silver to compare with. */
  published: boolean
  check: Check
  applying: boolean
  failure: Error | null
  onApply: () => void
  onClose: () => void
}

/** What changes if the draft is applied: looked at before it is done. */
export function ApplyDialog(props: Props) {
  const { t } = useTranslation('silver')
  const told = useTold()
  const small = useMediaQuery('(max-width: 48em)')
  const { draft, published, check } = props
  const difference = useDifference(props.source, draft.present, published)
  const own = changes(draft.base, draft.present)
  const failure = published ? difference.error : check.error
  const refusal = check.data?.refusal && told.refusal(check.data)
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('apply.title')}
      size="xl"
      fullScreen={small}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <Stack gap="md">
        {own.length > 0 && (
          <section aria-label={t('theirs.mine')}>
            <Text fw={600}>{t('theirs.mine')}</Text>
            <ChangeList changes={own} />
          </section>
        )}
        {failure && <Failure error={failure} />}
        {!failure &&
          published &&
          (difference.data ? <Difference difference={difference.data} /> : <Loading />)}
        {!published && check.data?.ledger && <First ledger={check.data.ledger} />}
        {refusal && <Alert color="red" role="alert" title={t('apply.refusal')} {...refusal} />}
        {props.failure && <Failure error={props.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t('apply.back')}
          </Button>
          <Button onClick={props.onApply} loading={props.applying} disabled={failure !== null}>
            {t('apply.apply')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** Nothing is published yet: what the first build would make. */
function First({ ledger }: { ledger: Schemas['Ledger'] }) {
  const { t } = useTranslation('silver')
  return (
    <section aria-label={t('apply.first')}>
      <Text fw={600}>{t('apply.first')}</Text>
      <Text>
        <Account ledger={ledger} />
      </Text>
      <Reasons
        reasons={Object.entries(ledger.rejection_reasons ?? {}).map(([reason, after]) => ({
          reason,
          before: 0,
          after,
        }))}
      />
    </section>
  )
}
