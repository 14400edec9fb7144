import { AppShell, Burger, Group, NavLink, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconChartBar,
  IconDatabase,
  IconLayoutDashboard,
  IconRelationOneToMany,
  IconSettings,
} from '@tabler/icons-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { NavLink as RouterLink, Outlet, useLocation } from 'react-router'
import { Failure } from '../common/Failure'
import { Loading } from '../common/Loading'
import { Connection } from './Connection'
import styles from './Frame.module.css'
import { Preferences } from './Preferences'

const PLACES = [
  { to: '/', key: 'sources', icon: IconDatabase },
  { to: '/ask', key: 'ask', icon: IconChartBar },
  { to: '/dashboard', key: 'dashboard', icon: IconLayoutDashboard },
  { to: '/relationships', key: 'relationships', icon: IconRelationOneToMany },
  { to: '/settings', key: 'settings', icon: IconSettings },
] as const

/** What surrounds every view: where one can go, and whether the server is there. */
export function Frame() {
  const { t } = useTranslation('common')
  const [opened, menu] = useDisclosure()
  const { pathname } = useLocation()
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="lg"
    >
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('menu')}
            />
            <RouterLink to="/" className={styles.brand}>
              <img src="/favicon.svg" alt="" width={26} height={26} />
              <Text fw={700} size="lg" span>
                Assay
              </Text>
            </RouterLink>
          </Group>
          <Preferences />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <Stack gap={2} component="nav">
          {PLACES.map((place) => (
            <NavLink
              key={place.to}
              component={RouterLink}
              to={place.to}
              end={place.to === '/'}
              active={isAt(place.to, pathname)}
              label={t(`nav.${place.key}`)}
              leftSection={<place.icon size={18} aria-hidden />}
              onClick={menu.close}
            />
          ))}
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={styles.main}>
        <Connection />
        <ErrorBoundary resetKeys={[pathname]} fallbackRender={Broken}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </AppShell.Main>
    </AppShell>
  )
}

/** A source is a part of one's data, and so is what it comes from. */
const isAt = (place: string, pathname: string) =>
  place === '/'
    ? pathname === '/' || /^\/(sources|connect)\b/.test(pathname)
    : pathname.startsWith(place)

/** A view that has broken, or could not be fetched because the server is away. */
function Broken({ error, resetErrorBoundary }: FallbackProps) {
  return <Failure error={error as Error} onRetry={resetErrorBoundary} />
}
