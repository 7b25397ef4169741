import type { CodedRecord, Coding, Issue, Outcome, Span } from '../core/index.js'
import { CodedRecord as CodedRecordSchema, evidenceAt, issueOf, recordIdOf } from '../core/index.js'
import { confidenceOf } from './confidence/confidence.js'
import type { Grounds } from './confidence/confidence.js'
import type { RecordDraft } from './drafts.js'
import type { Scene } from './scene.js'
import { speakerAt } from './scene.js'
import { CODER_VERSION } from './version.js'

/** A coding with what the confidence of each record rests on, by the record's id: for those who fit it. */
export interface GroundedCoding extends Coding {
  readonly grounds: ReadonlyMap<string, Grounds>
}

const KIND_ORDER = ['statement', 'event', 'figure', 'agreement', 'relation', 'role']

/**
 * Drafts to records: evidence cut from the text, speaker, ids and versions filled in; checked against the contract
 * (one that breaks it is left out with an issue); repeats dropped; sorted by position.
 */
export function finishCoding(scene: Scene): Outcome<GroundedCoding> {
  const issues: Issue[] = []
  const records = new Map<string, CodedRecord>()
  const grounds = new Map<string, Grounds>()
  for (const draft of scene.drafts) {
    const outcome = finishRecord(scene, draft)
    if ('code' in outcome) issues.push(outcome)
    else if (!records.has(outcome.id)) {
      records.set(outcome.id, outcome)
      grounds.set(outcome.id, draft.grounds ?? {})
    }
  }
  const sorted = [...records.values()].sort(comparePosition)
  return { value: { parties: [...scene.parties.values()], records: sorted, grounds }, issues }
}

function finishRecord(scene: Scene, draft: RecordDraft): CodedRecord | Issue {
  const { spans, attribution, grounds: _grounds, ...fields } = draft
  try {
    const evidence = trimSpans(scene.document.text, spans).map((span) =>
      evidenceAt(scene.document.text, span),
    )
    const first = evidence[0]
    if (!first) throw new RangeError('it cites no words')
    return CodedRecordSchema.parse({
      ...fields,
      id: recordIdOf(draft.kind, scene.document.id, evidence, distinguishing(draft)),
      document: scene.document.id,
      evidence,
      confidence: confidenceOf(draft),
      attribution: attribution === undefined ? speakerAt(scene, first) : attribution,
      review: 'unreviewed',
      coder: CODER_VERSION,
      codebook: scene.codebook.version,
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return issueOf(
      'record-invalid',
      'warning',
      scene.document.source,
      `A record of kind ${draft.kind} was left out: ${why}`,
    )
  }
}

/** Spans in order, without white space at their ends, empty ones left out. */
function trimSpans(text: string, spans: readonly Span[]): Span[] {
  const trimmed: Span[] = []
  for (const { start, end } of spans) {
    const words = text.slice(start, end)
    const lead = words.length - words.trimStart().length
    const size = words.trim().length
    if (size > 0) trimmed.push({ start: start + lead, end: start + lead + size })
  }
  return trimmed.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The fields that tell a record from others of its kind on the same words. */
function distinguishing(draft: RecordDraft): unknown[] {
  const ids = (refs: readonly { id: string }[]): string[] => refs.map((ref) => ref.id).sort()
  switch (draft.kind) {
    case 'event':
      return [draft.event, draft.mode, ids(draft.actor), ids(draft.recipient), draft.factuality]
    case 'statement':
      return [draft.speaker.id, draft.content]
    case 'figure':
      return [draft.indicator, draft.value, draft.unit, ids(draft.subject), ids(draft.partner)]
    case 'agreement':
      return [draft.name, draft.form]
    case 'relation':
      return [draft.a.id, draft.b.id, draft.label]
    case 'role':
      return [draft.person.id, draft.office, draft.of?.id ?? null]
  }
}

function comparePosition(a: CodedRecord, b: CodedRecord): number {
  const [one, two] = [a.evidence[0], b.evidence[0]]
  return (
    (one?.start ?? 0) - (two?.start ?? 0) ||
    (one?.end ?? 0) - (two?.end ?? 0) ||
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    (a.id < b.id ? -1 : 1)
  )
}
