import { Anchor, Breadcrumbs, Stack, Tabs, Text, Title } from '@mantine/core'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation, useNavigate, useParams } from 'react-router'
import { useMedallion, useSource } from '../api/queries'
import { Await } from '../common/Await'
import { Loading } from '../common/Loading'
import { useTabInSight } from '../common/useTabInSight'

const TABS = ['layers', 'silver', 'rows', 'rejects', 'gold', 'builds'] as const

/** The source whose page this is. */
export function useSourceId(): string {
  return useParams().id ?? ''
}

/** One source: its name, and a tab for each thing that one does with it. */
export function Component() {
  const { t } = useTranslation('common')
  const id = useSourceId()
  const navigate = useNavigate()
  const source = useSource(id)
  // Known at once; the source itself waits until its profile has been measured.
  const medallion = useMedallion(id)
  const last = useLocation().pathname.split('/').at(3) ?? 'layers'
  const tabs = useTabInSight(last)
  const name = medallion.data?.name ?? source.data?.name ?? id
  return (
    <Stack gap="md">
      <Breadcrumbs style={{ flexWrap: 'wrap' }}>
        <Anchor component={Link} to="/" size="sm">
          {t('nav.sources')}
        </Anchor>
        <Text size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
      </Breadcrumbs>
      <Title order={1} dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Title>
      <Tabs
        value={last}
        onChange={(tab) => void navigate(tab === 'layers' ? '.' : (tab ?? '.'))}
        keepMounted={false}
      >
        <Tabs.List
          ref={tabs}
          style={{ flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }}
        >
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab} style={{ flexShrink: 0 }}>
              {t(`tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Await query={medallion}>
        {() => (
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        )}
      </Await>
    </Stack>
  )
}
