import '@fontsource-variable/inter/wght.css'
import './common/first.css'
import './common/page.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { takeToken, watchForToken } from './api/token'
import { Problem } from './api/problems'
import { Notes } from './common/Notes'
import { theme } from './common/theme'
import { Views } from './routes'
import { startWords } from './words/words'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The server is on this machine: whether there is a network says nothing about it.
      networkMode: 'always',
      // What the server has refused it will refuse again.
      retry: (failures, error) => !(error instanceof Problem) && failures < 2,
      staleTime: 5_000,
    },
    mutations: { networkMode: 'always' },
  },
})

takeToken()
watchForToken()
await startWords()

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <Notes />
        <Views />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
