import { Drawer, Text } from '@mantine/core'
import { useQuery, type QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Await } from '../common/Await'
import type { Wish } from '../common/grid/useRows'

/** One row of many, read whole while it is looked at. */
export function RowDrawer<Row, Page extends { rows: Row[] }>(props: {
  queryKey: QueryKey
  fetch: (wish: Wish, whole: boolean) => Promise<Page>
  row: number | undefined
  onClose: () => void
  /** It stays as it was when it was opened, whatever becomes of it meanwhile. */
  pinned?: boolean
  children: (row: Row, page: Page) => ReactNode
}) {
  const { t } = useTranslation(['rows', 'common'])
  const { row, fetch } = props
  const whole = useQuery({
    queryKey: [...props.queryKey, 'whole', row],
    queryFn: ({ signal }) => fetch({ limit: 1, offset: row ?? 0, signal }, true),
    enabled: row !== undefined,
    gcTime: 10_000,
    ...(props.pinned && { staleTime: Infinity, gcTime: 0 }),
  })
  return (
    <Drawer
      opened={row !== undefined}
      onClose={props.onClose}
      position="right"
      size="lg"
      title={t('rows:rowDetails')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Await query={whole}>
        {(page) => {
          const found = page.rows[0]
          return found === undefined ? (
            <Text c="dimmed">{t('rows:rowGone')}</Text>
          ) : (
            props.children(found, page)
          )
        }}
      </Await>
    </Drawer>
  )
}
