import { Button, Group, List, Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { keys } from '../api/queries'
import { Await } from '../common/Await'
import { count } from '../common/format'
import { goesWith } from './goesWith'

/** A layer, or one of its tables. */
export type Dropped = { layer: Schemas['Layer']; table?: string }

/** Asks once more, and says what goes with it. */
export function DropLayer(props: {
  medallion: Schemas['Medallion']
  dropped: Dropped
  onClose: () => void
  onDrop: (cascade: boolean) => void
}) {
  const { t } = useTranslation(['sources', 'common'])
  const { medallion, dropped } = props
  const gold = useQuery({
    queryKey: keys.gold,
    queryFn: () => data(api.GET('/api/gold')),
    staleTime: 0,
  })
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('drop.title', { what: dropped.table ?? t(`common:layer.${dropped.layer}`) })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Await query={gold}>
        {(everywhere) => {
          const { own, others } = goesWith(medallion, dropped, everywhere)
          return (
            <>
              <Text size="sm">{t('drop.goes')}</Text>
              <List size="sm" my="xs">
                {[...own, ...others].map((layer) => (
                  <List.Item key={layer.id} style={{ overflowWrap: 'anywhere' }}>
                    {layer.table_name}
                    {layer.row_count !== undefined &&
                      ` (${t('drop.rows', { count: layer.row_count, rows: count(layer.row_count) })})`}
                    {layer.source_id !== medallion.source_id &&
                      ` ${t('drop.ofOther', { source: layer.source_id })}`}
                  </List.Item>
                ))}
              </List>
              <Text size="sm" c="dimmed">
                {t('drop.stays')}
              </Text>
              <Group mt="md" justify="flex-end">
                <Button variant="default" onClick={props.onClose}>
                  {t('common:cancel')}
                </Button>
                <Button
                  color="red.8"
                  onClick={() => {
                    props.onDrop(dropped.layer !== 'gold')
                    props.onClose()
                  }}
                >
                  {t('drop.confirm', { count: own.length + others.length })}
                </Button>
              </Group>
            </>
          )
        }}
      </Await>
    </Modal>
  )
}
