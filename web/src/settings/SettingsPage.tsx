import { Stack, Tabs, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useTabInSight } from '../common/useTabInSight'
import { General } from './General'
import { Ledger } from './Ledger'
import { Model } from './Model'
import { Recipes } from './Recipes'
import { Schedules } from './Schedules'

const VIEWS = {
  general: General,
  model: Model,
  sent: Ledger,
  schedules: Schedules,
  recipes: Recipes,
} as const

type View = keyof typeof VIEWS

/** What holds for the whole workspace; `?view=` says which part is seen. */
export function Component() {
  const { t } = useTranslation('settings')
  const [search, setSearch] = useSearchParams()
  const asked = search.get('view') ?? 'general'
  const view: View = asked in VIEWS ? (asked as View) : 'general'
  const tabs = useTabInSight(view)
  const Shown = VIEWS[view]
  return (
    <Stack gap="lg" maw={1080}>
      <Title order={1}>{t('title')}</Title>
      <Tabs value={view} onChange={(next) => setSearch(next ? { view: next } : {})}>
        <Tabs.List
          ref={tabs}
          mb="lg"
          style={{ flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }}
        >
          {(Object.keys(VIEWS) as View[]).map((one) => (
            <Tabs.Tab key={one} value={one} style={{ flexShrink: 0 }}>
              {t(`views.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={view}>
          <Shown />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
