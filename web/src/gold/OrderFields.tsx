import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Several } from './Several'

type Order = Schemas['Order']

type Props = {
  orders: Order[]
  names: string[]
  at: (place: string) => string[]
  onChange: (orders: Order[]) => void
}

/** In what order groups stand. */
export function OrderFields({ orders, names, at, onChange }: Props) {
  const { t } = useTranslation('gold')
  return (
    <Several
      title={t('form.order')}
      add={t('form.addOrder')}
      remove={(number) => t('form.removeOrder', { number })}
      values={orders}
      fresh={(): Order => ({ name: names[0] ?? '', descending: false })}
      onChange={onChange}
    >
      {(order, index, change) => (
        <>
          <Select
            label={t('form.by')}
            data={[...new Set([...names, order.name])]}
            allowDeselect={false}
            value={order.name}
            error={at(`/order_by/${index}`)[0]}
            onChange={(name) => name && change({ ...order, name })}
            style={{ flex: '1 1 150px' }}
          />
          <Select
            label={t('form.direction')}
            data={[
              { value: 'up', label: t('form.up') },
              { value: 'down', label: t('form.down') },
            ]}
            allowDeselect={false}
            value={order.descending ? 'down' : 'up'}
            onChange={(value) => change({ ...order, descending: value === 'down' })}
            style={{ flex: '1 1 150px' }}
          />
        </>
      )}
    </Several>
  )
}
