import type { z } from 'zod'
import type * as desk from './desk-schemas.js'
import type * as positions from './position-schemas.js'
import type * as review from './review-shapes.js'
import type * as schemas from './schemas.js'

/** The types of the answers, for clients written in TypeScript. The page imports these and nothing else of `src`. */

export type DecisionView = z.infer<typeof schemas.DecisionView>
export type DocumentHead = z.infer<typeof schemas.DocumentHead>
export type DocumentPage = z.infer<typeof schemas.DocumentPage>
export type ErrorView = z.infer<typeof schemas.ErrorView>
export type FacetsView = z.infer<typeof schemas.FacetsView>
export type HealthView = z.infer<typeof schemas.HealthView>
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

export type BalanceRowView = z.infer<typeof desk.BalanceRowView>
export type BalanceView = z.infer<typeof desk.BalanceView>
export type DaysView = z.infer<typeof desk.DaysView>
export type DeskView = z.infer<typeof desk.DeskView>
export type FindingPage = z.infer<typeof desk.FindingPage>
export type FindingView = z.infer<typeof desk.FindingView>
export type HappeningPage = z.infer<typeof desk.HappeningPage>
export type HappeningView = z.infer<typeof desk.HappeningView>
export type NetworkView = z.infer<typeof desk.NetworkView>
export type OfficesView = z.infer<typeof desk.OfficesView>
export type PartyRefView = z.infer<typeof desk.PartyRefView>
export type StateView = z.infer<typeof desk.StateView>
export type StatesView = z.infer<typeof desk.StatesView>
export type UpcomingView = z.infer<typeof desk.UpcomingView>
export type VectorView = z.infer<typeof desk.VectorView>

export type MattersView = z.infer<typeof positions.MattersView>
export type PositionItemView = z.infer<typeof positions.PositionItemView>
export type PositionPage = z.infer<typeof positions.PositionPage>
export type PositionView = z.infer<typeof positions.PositionView>

export type DecidedView = z.infer<typeof review.DecidedView>
export type DecisionPage = z.infer<typeof review.DecisionPage>
export type MergeDecision = z.infer<typeof review.MergeDecision>
export type PartyHistoryView = z.infer<typeof review.PartyHistoryView>
export type RecordDecision = z.infer<typeof review.RecordDecision>
export type SplitDecision = z.infer<typeof review.SplitDecision>
export type UndoDecision = z.infer<typeof review.UndoDecision>
