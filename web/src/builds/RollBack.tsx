import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Await } from '../common/Await'
import { Loading } from '../common/Loading'
import { DifferenceSummary } from './DifferenceSummary'
import { useRollBack } from './queries'

/** Shows what an earlier recipe would change, on all rows, before it is applied again. */
export function RollBack(props: {
  id: string
  number: number
  onClose: () => void
  onApply: (recipe: Schemas['SilverRecipe'], basedOn: number) => void
}) {
  const { t } = useTranslation(['builds', 'common'])
  const preview = useRollBack(props.id, props.number)
  return (
    <Modal
      opened
      size="lg"
      onClose={props.onClose}
      title={t('preview.title', { number: props.number })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Await
        query={preview}
        loading={
          <Stack>
            <Text size="sm">{t('preview.counting')}</Text>
            <Loading />
          </Stack>
        }
      >
        {({ recipe, difference, basedOn }) => (
          <>
            <DifferenceSummary difference={difference} />
            <Group mt="md" justify="flex-end">
              <Button variant="default" onClick={props.onClose}>
                {t('common:cancel')}
              </Button>
              <Button
                onClick={() => {
                  props.onApply(recipe, basedOn)
                  props.onClose()
                }}
              >
                {t('preview.apply')}
              </Button>
            </Group>
          </>
        )}
      </Await>
    </Modal>
  )
}
