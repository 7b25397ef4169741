import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type {
  DecisionPage,
  DeskView,
  DocumentPage,
  FacetsView,
  FindingPage,
  HappeningPage,
  HealthView,
  MattersView,
  NetworkView,
  OfficesView,
  OpenedDocument,
  OpenedParty,
  OpenedRecord,
  PartyHistoryView,
  PartyPage,
  PositionPage,
  PublishersView,
  RecordPage,
  StatesView,
  SummaryView,
  VocabularyView,
} from '../../../src/api/types.js'
import { apiAddress, fetchAnswer } from './client.js'
import type { Query } from './client.js'

/** Every question the page asks the API. */

function useAnswer<T>(path: string, enabled = true, query: Query = {}) {
  return useQuery({
    queryKey: ['once', path, query],
    queryFn: ({ signal }) => fetchAnswer<T>(path, query, signal),
    enabled,
  })
}

interface Paged {
  readonly nextCursor: string | null
}

function usePages<T extends Paged>(path: string, query: Query) {
  return useInfiniteQuery({
    queryKey: [path, query],
    queryFn: ({ signal, pageParam }) =>
      fetchAnswer<T>(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: T) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

const PAGE_ITEMS = 25
/** The most that the API gives in one answer. */
const MOST_ITEMS = 500

export const useSummary = () => useAnswer<SummaryView>('/summary')
export const usePublishers = () => useAnswer<PublishersView>('/publishers')
export const useVocabulary = () => useAnswer<VocabularyView>('/vocabulary')
/** Does the server let people decide? Not until it has said so. */
export const useTakesDecisions = () =>
  useAnswer<HealthView>('/health').data?.takesDecisions ?? false
export const useDocuments = (query: Query) =>
  usePages<DocumentPage>('/documents', { ...query, limit: PAGE_ITEMS })
export const useRecords = (query: Query) =>
  usePages<RecordPage>('/records', { ...query, limit: PAGE_ITEMS })
/** What each choice of a facet would give; the counts before stay on view while others are asked for. */
export const useFacets = (query: Query) =>
  useQuery({
    queryKey: ['facets', query],
    queryFn: ({ signal }) => fetchAnswer<FacetsView>('/records/facets', query, signal),
    placeholderData: keepPreviousData,
  })
export const useDocument = (id: string) =>
  useAnswer<OpenedDocument>(`/documents/${encodeURIComponent(id)}`)
/** A null id asks nothing. */
export const useRecord = (id: string | null) =>
  useAnswer<OpenedRecord>(`/records/${encodeURIComponent(id ?? '')}`, id !== null)
/** An empty id asks nothing. */
export const useParty = (id: string) =>
  useAnswer<OpenedParty>(`/parties/${encodeURIComponent(id)}`, id !== '')
export const usePartyHistory = (id: string) =>
  useAnswer<PartyHistoryView>(`/parties/${encodeURIComponent(id)}/decisions`)
/** What people decided, newest first. */
export const useDecisions = () => usePages<DecisionPage>('/decisions', { limit: PAGE_ITEMS })
export const useStates = () => useAnswer<StatesView>('/states')
/** The desk as it was stays on view while another period is asked for. */
export const useDesk = (id: string, period: Query) => {
  const path = `/states/${encodeURIComponent(id)}/desk`
  return useQuery({
    queryKey: ['once', path, period],
    queryFn: ({ signal }) => fetchAnswer<DeskView>(path, period, signal),
    placeholderData: (before, query) => (query?.queryKey[1] === path ? before : undefined),
  })
}
const ofState = (id: string, what: string) => `/states/${encodeURIComponent(id)}/${what}`
/** What is said for a state: by itself, its bodies and its officials. */
export const useSaidFor = (id: string, query: Query) =>
  useAnswer<RecordPage>(ofState(id, 'statements'), true, query)
export const useOffices = (id: string) => useAnswer<OfficesView>(ofState(id, 'offices'))
export const useMatters = () => useAnswer<MattersView>('/matters')
/** Positions as a picture needs them: all at once, up to what one page of the API can hold. */
export const usePositions = (query: Query, enabled = true) =>
  useAnswer<PositionPage>('/positions', enabled, { ...query, limit: MOST_ITEMS })
/** A list as a picture needs it: all at once, up to what one page of the API can hold. */
export const useManyHappenings = (query: Query) =>
  useAnswer<HappeningPage>('/happenings', true, { ...query, limit: MOST_ITEMS })
/** Happenings of one party; those asked for before stay on view while others of the same party are. */
export const useContacts = (party: string, query: Query) =>
  useQuery({
    queryKey: ['contacts', party, query],
    queryFn: ({ signal }) =>
      fetchAnswer<HappeningPage>('/happenings', { ...query, party, limit: MOST_ITEMS }, signal),
    placeholderData: (before, asked) => (asked?.queryKey[1] === party ? before : undefined),
  })
export const useManyRecords = (query: Query) =>
  useAnswer<RecordPage>('/records', true, { ...query, limit: MOST_ITEMS })
export const useManyFindings = (query: Query) =>
  useAnswer<FindingPage>('/findings', true, { ...query, limit: MOST_ITEMS })
/** The newest records, as many as a list beside a picture may need. */
export const useNewest = (query: Query) =>
  useAnswer<RecordPage>('/records', true, { ...query, order: 'newest', limit: 100 })
/** The same lists with a way to ask for more. */
export const useFindings = (query: Query) =>
  usePages<FindingPage>('/findings', { ...query, limit: PAGE_ITEMS })
export const useHappenings = (query: Query) =>
  usePages<HappeningPage>('/happenings', { ...query, limit: MOST_ITEMS })
/** The first of a list of happenings. */
export const useFirstHappening = (query: Query) =>
  useAnswer<HappeningPage>('/happenings', true, { ...query, limit: 1 })
export const useRegister = (query: Query) =>
  usePages<RecordPage>('/records', { ...query, limit: MOST_ITEMS })
/** Parties by letters of their names; those with most records when there are none. */
export const useParties = (text: string) =>
  useAnswer<PartyPage>('/parties', true, { text: text || null, limit: PAGE_ITEMS })
export const useNetwork = (query: Query) => useAnswer<NetworkView>('/network', true, query)
/** Does the server give a calendar feed? Asks for its head only. */
export const useCalendarFeed = () =>
  useQuery({
    queryKey: ['calendar.ics'],
    queryFn: async ({ signal }) =>
      (await fetch(apiAddress('/calendar.ics'), { method: 'HEAD', signal })).ok,
    retry: false,
  })
