import type {
  AgreementRecord,
  EventRecord,
  FigureRecord,
  RecordAttribution,
  RelationRecord,
  RoleRecord,
  Span,
  StatementRecord,
} from '../core/index.js'
import type { Grounds } from './confidence/confidence.js'

/** Fields that `finish` fills in, the same way for every record. */
type Finished =
  'id' | 'document' | 'evidence' | 'review' | 'coder' | 'codebook' | 'attribution' | 'confidence'

/**
 * A record as a pass leaves it: what it says and where it stands. `spans` become its evidence. `attribution` may be
 * left out: then it is the speaker of the statement in whose content the first span lies, if there is one. `grounds` are
 * what its confidence rests on, where its kind has more than a reason.
 */
type DraftOf<R> = Omit<R, Finished> & {
  readonly spans: readonly Span[]
  readonly attribution?: RecordAttribution | null
  readonly grounds?: Grounds
}

export type EventDraft = DraftOf<EventRecord>
export type StatementDraft = DraftOf<StatementRecord>
export type FigureDraft = DraftOf<FigureRecord>
export type AgreementDraft = DraftOf<AgreementRecord>
export type RelationDraft = DraftOf<RelationRecord>
export type RoleDraft = DraftOf<RoleRecord>

export type RecordDraft =
  EventDraft | StatementDraft | FigureDraft | AgreementDraft | RelationDraft | RoleDraft
