import { SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import type { Actions } from './actions'
import { DropLayer, type Dropped } from './DropLayer'
import { LayerCard } from './LayerCard'
import { UndoLoad } from './UndoLoad'

const LAYERS = ['bronze', 'silver', 'gold'] as const

/** The three layers side by side, each with what there is of it and what can be done with it. */
export function LayerStrip(props: {
  id: string
  medallion: Schemas['Medallion']
  actions: Actions
}) {
  const { t } = useTranslation('sources')
  const [dropped, setDropped] = useState<Dropped>()
  const [undoing, setUndoing] = useState(false)
  const { id, medallion, actions } = props
  return (
    <section aria-label={t('strip.label')}>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
        {LAYERS.map((layer) => (
          <LayerCard
            key={layer}
            id={id}
            layer={layer}
            status={medallion.status[layer] ?? 'pending'}
            tables={medallion.layers.filter((one) => one.layer === layer)}
            onRefresh={(table) => actions.refresh(layer, table)}
            onDrop={(table) => setDropped({ layer, table })}
            onUndo={layer === 'bronze' ? () => setUndoing(true) : undefined}
          />
        ))}
      </SimpleGrid>
      {dropped && (
        <DropLayer
          medallion={medallion}
          dropped={dropped}
          onClose={() => setDropped(undefined)}
          onDrop={(cascade) => actions.drop(dropped.layer, dropped.table, cascade)}
        />
      )}
      {undoing && <UndoLoad id={id} onClose={() => setUndoing(false)} onUndo={actions.undo} />}
    </section>
  )
}
