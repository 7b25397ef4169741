import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type {
  DocumentPage,
  OpenedDocument,
  OpenedParty,
  OpenedRecord,
  PublishersView,
  RecordPage,
  SummaryView,
  VocabularyView,
} from '../../../src/api/types.js'
import { fetchAnswer } from './client.js'
import type { Query } from './client.js'

/** Every question the page asks the API. */

function useAnswer<T>(path: string, enabled = true) {
  return useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => fetchAnswer<T>(path, {}, signal),
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

export const useSummary = () => useAnswer<SummaryView>('/summary')
export const usePublishers = () => useAnswer<PublishersView>('/publishers')
export const useVocabulary = () => useAnswer<VocabularyView>('/vocabulary')
export const useDocuments = (query: Query) =>
  usePages<DocumentPage>('/documents', { ...query, limit: PAGE_ITEMS })
export const useRecords = (query: Query) =>
  usePages<RecordPage>('/records', { ...query, limit: PAGE_ITEMS })
export const useDocument = (id: string) =>
  useAnswer<OpenedDocument>(`/documents/${encodeURIComponent(id)}`)
/** A null id asks nothing. */
export const useRecord = (id: string | null) =>
  useAnswer<OpenedRecord>(`/records/${encodeURIComponent(id ?? '')}`, id !== null)
export const useParty = (id: string) => useAnswer<OpenedParty>(`/parties/${encodeURIComponent(id)}`)
