import { Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Schemas } from '../api/api'
import { Failure } from '../common/Failure'
import { count } from '../common/format'
import { Loading } from '../common/Loading'
import { AccountSentence } from './AccountSentence'
import { CellsAccount } from './CellsAccount'
import { figuresOf } from './figures'
import { useLoads, useMalformedCount } from './queries'

const FlowOfRows = lazy(() => import('./FlowOfRows'))
const LineageView = lazy(() => import('./LineageView'))

/** Where every row went, and by choice where every column did. */
export function Account({ id, medallion }: { id: string; medallion: Schemas['Medallion'] }) {
  const { t } = useTranslation('sources')
  const [search, setSearch] = useSearchParams()
  const columns = search.get('view') === 'columns'
  const landed = medallion.layers.some(
    (layer) => layer.layer === 'bronze' && layer.published_build !== undefined,
  )
  const loads = useLoads(id)
  const malformed = useMalformedCount(id, landed)
  if (!landed) return null
  const error = loads.error ?? malformed.error
  const figures =
    loads.data && malformed.data !== undefined
      ? figuresOf(medallion, loads.data, malformed.data)
      : undefined
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="account">
      <Group justify="space-between" gap="sm" mb="sm">
        <Title order={3} size="h4" id="account">
          {columns ? t('lineage.label') : t('account.title')}
        </Title>
        <SegmentedControl
          size="sm"
          aria-label={t('account.show')}
          value={columns ? 'columns' : 'rows'}
          onChange={(view) => setSearch(view === 'columns' ? { view } : {}, { replace: true })}
          data={[
            { value: 'rows', label: t('account.rows') },
            { value: 'columns', label: t('account.columns') },
          ]}
        />
      </Group>
      <Suspense fallback={<Loading lines={6} />}>
        {columns ? (
          <LineageView id={id} />
        ) : figures ? (
          <Stack gap="md">
            {figures.ledger ? (
              <AccountSentence ledger={figures.ledger} />
            ) : (
              <Text c="dimmed">{t('account.notYet')}</Text>
            )}
            {figures.ledger && figures.ledger.bronze !== figures.bronze && (
              <Text size="sm">
                {t('account.older', {
                  then: count(figures.ledger.bronze),
                  now: count(figures.bronze),
                })}
              </Text>
            )}
            <FlowOfRows id={id} figures={figures} />
            {figures.ledger && <CellsAccount ledger={figures.ledger} />}
          </Stack>
        ) : error ? (
          <Failure error={error} onRetry={() => void loads.refetch()} />
        ) : (
          <Loading lines={6} />
        )}
      </Suspense>
    </Card>
  )
}
