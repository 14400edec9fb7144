import { lazy, type ComponentType } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { Frame } from './shell/Frame'
import { Lost } from './shell/Lost'
import { haveWords } from './words/words'

/** A view, fetched when it is first opened, with all words that it may come to use. */
function view(load: () => Promise<{ Component: ComponentType }>) {
  const View = lazy(async () => {
    // What the first view does without; its styles come before those of the view itself.
    const rest = [import('./common/components.css'), haveWords()]
    const [module] = await Promise.all([load(), ...rest])
    return { default: module.Component }
  })
  return <View />
}

/** The first view waits for nothing that it can do without. */
const First = lazy(async () => {
  const [module] = await Promise.all([
    import('./home/HomePage'),
    haveWords(['home', 'said', 'rejects', 'sources']),
  ])
  return { default: module.Component }
})

const home = <First />
const ask = view(() => import('./ask/AskPage'))
const connect = view(() => import('./connect/ConnectPage'))
const dashboard = view(() => import('./dashboard/DashboardPage'))
const relationships = view(() => import('./relationships/RelationshipsPage'))
const settings = view(() => import('./settings/SettingsPage'))
const source = view(() => import('./sources/SourcePage'))
const layers = view(() => import('./sources/LayersPage'))
const silver = view(() => import('./silver/SilverPage'))
const rows = view(() => import('./rows/RowsPage'))
const rejects = view(() => import('./rejects/RejectsPage'))
const gold = view(() => import('./gold/GoldPage'))
const meaning = view(() => import('./semantic/MeaningPage'))
const builds = view(() => import('./builds/BuildsPage'))

/** Every view at its address. */
export function Views() {
  return (
    <BrowserRouter>
      <Routes>
        <Route element={<Frame />}>
          <Route index element={home} />
          <Route path="ask" element={ask} />
          <Route path="connect" element={connect} />
          <Route path="dashboard" element={dashboard} />
          <Route path="relationships" element={relationships} />
          <Route path="settings" element={settings} />
          <Route path="sources/:id" element={source}>
            <Route index element={layers} />
            <Route path="silver" element={silver} />
            <Route path="rows" element={rows} />
            <Route path="rejects" element={rejects} />
            <Route path="gold" element={gold} />
            <Route path="gold/meaning" element={meaning} />
            <Route path="builds" element={builds} />
          </Route>
          <Route path="*" element={<Lost />} />
        </Route>
      </Routes>
    </BrowserRouter>
  )
}
