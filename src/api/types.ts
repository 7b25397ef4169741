import type { z } from 'zod'
import type * as schemas from './schemas.js'

/** The types of the answers, for clients written in TypeScript. The page imports these and nothing else of `src`. */

export type DocumentHead = z.infer<typeof schemas.DocumentHead>
export type DocumentPage = z.infer<typeof schemas.DocumentPage>
export type ErrorView = z.infer<typeof schemas.ErrorView>
export type IssueView = z.infer<typeof schemas.IssueView>
export type ListedDocumentView = z.infer<typeof schemas.ListedDocumentView>
export type ListedPartyView = z.infer<typeof schemas.ListedPartyView>
export type OpenedDocument = z.infer<typeof schemas.OpenedDocument>
export type OpenedParty = z.infer<typeof schemas.OpenedParty>
export type OpenedRecord = z.infer<typeof schemas.OpenedRecord>
export type PartyPage = z.infer<typeof schemas.PartyPage>
export type PartyView = z.infer<typeof schemas.PartyView>
export type PassageView = z.infer<typeof schemas.PassageView>
export type PublishersView = z.infer<typeof schemas.PublishersView>
export type RecordPage = z.infer<typeof schemas.RecordPage>
export type RecordView = z.infer<typeof schemas.RecordView>
export type RecordCountsView = z.infer<typeof schemas.CountsView>
export type RecordKindView = RecordView['kind']
export type SpanView = z.infer<typeof schemas.SpanView>
export type SummaryView = z.infer<typeof schemas.SummaryView>
export type VocabularyView = z.infer<typeof schemas.VocabularyView>
