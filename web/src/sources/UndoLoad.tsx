import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Await } from '../common/Await'
import { moment } from '../common/format'
import { useLoads } from './queries'

/** Asks once more before the last reading is taken back. */
export function UndoLoad(props: {
  id: string
  onClose: () => void
  onUndo: (load: number) => void
}) {
  const { t } = useTranslation(['sources', 'common'])
  const loads = useLoads(props.id)
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('undo.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Await query={loads}>
        {(all) => {
          const last = all.find((load) => load.undone_at === undefined)
          return (
            <>
              {last && <Text size="sm">{moment(last.loaded_at)}</Text>}
              <Text size="sm">{t('undo.body')}</Text>
              <Group mt="md" justify="flex-end">
                <Button variant="default" onClick={props.onClose}>
                  {t('common:cancel')}
                </Button>
                <Button
                  disabled={last === undefined}
                  onClick={() => {
                    if (last) props.onUndo(last.load_id)
                    props.onClose()
                  }}
                >
                  {t('undo.confirm')}
                </Button>
              </Group>
            </>
          )
        }}
      </Await>
    </Modal>
  )
}
