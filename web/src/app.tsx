import { createTheme, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { BrowserRouter, Route, Routes } from 'react-router'
import { ApiFailure } from './api/client.js'
import { AgreementsPage } from './pages/AgreementsPage.js'
import { CalendarPage } from './pages/CalendarPage.js'
import { DecisionsPage } from './pages/DecisionsPage.js'
import { DeskPage } from './pages/DeskPage.js'
import { DocumentListPage } from './pages/DocumentListPage.js'
import { DocumentPage } from './pages/DocumentPage.js'
import { DyadPage } from './pages/DyadPage.js'
import { FiguresPage } from './pages/FiguresPage.js'
import { FindingsPage } from './pages/FindingsPage.js'
import { NetworkPage } from './pages/NetworkPage.js'
import { NothingHerePage } from './pages/NothingHerePage.js'
import { PartyPage } from './pages/PartyPage.js'
import { PositionsPage } from './pages/PositionsPage.js'
import { RecordPage } from './pages/RecordPage.js'
import { SearchPage } from './pages/SearchPage.js'
import { StatesPage } from './pages/StatesPage.js'
import { Shell } from './parts/Shell.js'

const MINUTE_MS = 60_000

const questions = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: MINUTE_MS,
      refetchOnWindowFocus: false,
      // Once more where the server did not answer at all; what it did answer would be the same again.
      retry: (failures, error) => failures < 1 && error instanceof ApiFailure && error.status === 0,
      retryDelay: 300,
    },
  },
})

// Colours and type are set in styles/: the content security policy allows no style written into the page.
const theme = createTheme({ respectReducedMotion: true })

/** The whole page. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={questions}>
        <BrowserRouter>
          <Routes>
            <Route element={<Shell />}>
              <Route index element={<DocumentListPage />} />
              <Route path="documents" element={<DocumentListPage />} />
              <Route path="documents/:id" element={<DocumentPage />} />
              <Route path="records/:id" element={<RecordPage />} />
              <Route path="parties/:id" element={<PartyPage />} />
              <Route path="states" element={<StatesPage />} />
              <Route path="states/:id" element={<DeskPage />} />
              <Route path="states/:id/with/:partner" element={<DyadPage />} />
              <Route path="network" element={<NetworkPage />} />
              <Route path="search" element={<SearchPage />} />
              <Route path="figures" element={<FiguresPage />} />
              <Route path="agreements" element={<AgreementsPage />} />
              <Route path="calendar" element={<CalendarPage />} />
              <Route path="decisions" element={<DecisionsPage />} />
              <Route path="positions" element={<PositionsPage />} />
              <Route path="findings" element={<FindingsPage />} />
              <Route path="*" element={<NothingHerePage />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  )
}
