import type { Schemas } from '../api/api'

type Table = Schemas['MedallionLayer']

const ORDER = ['bronze', 'silver', 'gold']

/**
 * The tables that go when a layer is dropped: it, what is made of it, and the Gold of other sources that joins this
 * one's Silver.
 */
export function goesWith(
  medallion: Schemas['Medallion'],
  dropped: { layer: Schemas['Layer']; table?: string },
  gold: Table[],
): { own: Table[]; others: Table[] } {
  const published = medallion.layers.filter((layer) => layer.published_build !== undefined)
  if (dropped.layer === 'gold') {
    const own = published.filter(
      (layer) =>
        layer.layer === 'gold' &&
        (dropped.table === undefined || layer.table_name === dropped.table),
    )
    return { own, others: [] }
  }
  const from = ORDER.indexOf(dropped.layer)
  const own = published.filter((layer) => ORDER.indexOf(layer.layer) >= from)
  const silver = medallion.layers.find((layer) => layer.layer === 'silver')?.table_name
  return {
    own,
    others: gold.filter(
      (layer) =>
        layer.source_id !== medallion.source_id &&
        layer.published_build !== undefined &&
        silver !== undefined &&
        joins(layer, silver),
    ),
  }
}

function joins(layer: Table, silver: string): boolean {
  const recipe = layer.schema_config
  return (
    recipe !== undefined &&
    'gold_tables' in recipe &&
    recipe.gold_tables.some((table) => table.query?.joins?.some((join) => join.table === silver))
  )
}
