import { createBrowserRouter, type RouteObject } from 'react-router'
import { Frame } from './shell/Frame'
import { Lost } from './shell/Lost'

/** Every view, fetched when it is first opened. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    errorElement: <Lost />,
    children: [
      { index: true, lazy: () => import('./home/HomePage') },
      { path: 'ask', lazy: () => import('./ask/AskPage') },
      { path: 'connect', lazy: () => import('./connect/ConnectPage') },
      { path: 'dashboard', lazy: () => import('./dashboard/DashboardPage') },
      { path: 'relationships', lazy: () => import('./relationships/RelationshipsPage') },
      { path: 'settings', lazy: () => import('./settings/SettingsPage') },
      {
        path: 'sources/:id',
        lazy: () => import('./sources/SourcePage'),
        children: [
          { index: true, lazy: () => import('./sources/LayersPage') },
          { path: 'silver', lazy: () => import('./silver/SilverPage') },
          { path: 'rows', lazy: () => import('./rows/RowsPage') },
          { path: 'rejects', lazy: () => import('./rejects/RejectsPage') },
          { path: 'gold', lazy: () => import('./gold/GoldPage') },
          { path: 'gold/meaning', lazy: () => import('./semantic/MeaningPage') },
          { path: 'builds', lazy: () => import('./builds/BuildsPage') },
        ],
      },
      { path: '*', element: <Lost /> },
    ],
  },
]

export const router = createBrowserRouter(routes)
