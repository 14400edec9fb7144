import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import type { Shown } from './address'

/** Chooses what is looked at: before and after, one layer, or the lines that could not be read. */
export function WhatToShow(props: {
  shown: Shown
  published: Schemas['MedallionLayer'][]
  onShow: (changes: Record<string, string | undefined>, keep: boolean) => void
}) {
  const { t } = useTranslation(['rows', 'common'])
  const has = (layer: string) => props.published.some((one) => one.layer === layer)
  const gold = props.published.filter((one) => one.layer === 'gold')
  const data = [
    ...(has('silver') ? [{ value: 'changes', label: t('rows:show.changes') }] : []),
    ...(has('bronze') ? [{ value: 'bronze', label: t('common:layer.bronze') }] : []),
    ...(has('silver') ? [{ value: 'silver', label: t('common:layer.silver') }] : []),
    ...(has('bronze') ? [{ value: 'malformed', label: t('rows:show.malformed') }] : []),
    ...(gold.length > 0
      ? [
          {
            group: t('common:layer.gold'),
            items: gold.map((one) => ({ value: `gold ${one.table_name}`, label: one.table_name })),
          },
        ]
      : []),
  ]
  const { shown } = props
  const value =
    shown.kind === 'table'
      ? shown.layer === 'gold'
        ? `gold ${shown.table}`
        : shown.layer
      : shown.kind
  return (
    <Select<string>
      aria-label={t('rows:show.label')}
      data={data}
      value={value}
      allowDeselect={false}
      w={260}
      comboboxProps={{ withinPortal: true }}
      onChange={(next) => props.onShow(addressOf(next ?? 'changes'), false)}
    />
  )
}

function addressOf(value: string): Record<string, string> {
  if (value === 'changes') return {}
  if (value === 'malformed') return { view: 'malformed' }
  if (value.startsWith('gold ')) return { layer: 'gold', table: value.slice('gold '.length) }
  return { layer: value }
}
