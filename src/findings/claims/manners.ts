import type { AttributionCue, Codebook, Marker } from '../../codebook/index.js'
import type { CodedRecord, EventRecord, StatementRecord } from '../../core/index.js'
import type { MatterHit } from './matters.js'
import { stemOf, wordsOf, type TextWord } from '../words.js'

/** How a side tells what it tells: by the cue of a statement, the type of an event, and the words themselves. */

export type Manner = 'states' | 'denies' | 'pledges' | 'praises' | 'accuses' | 'asks'

/** The manner that the cue or event type gives; `isDenied`: what the words say is told as not being so. */
export interface ToldManner {
  readonly manner: Manner
  readonly isDenied: boolean
}

const MANNERS: Readonly<Partial<Record<AttributionCue['stance'], Manner>>> = {
  deny: 'denies',
  reject: 'denies',
  accuse: 'accuses',
  criticise: 'accuses',
  support: 'praises',
  thank: 'praises',
  promise: 'pledges',
  agree: 'pledges',
  urge: 'asks',
  request: 'asks',
  propose: 'asks',
  hope: 'asks',
}

const EVENT_MANNERS: Readonly<Partial<Record<EventRecord['event'], Manner>>> = {
  ACCUSE: 'accuses',
  REQUEST: 'asks',
  AGREE: 'pledges',
}

/** The stance that a statement's cue has in the codebook's reporting cues; null where it has no known cue. */
export function stanceOfCue(
  cue: string | null,
  codebook: Codebook,
): AttributionCue['stance'] | null {
  const words = wordsOf(cue ?? '')
  const found = words.flatMap((word, at) =>
    (codebook.attributionCues.byForm.get(word.written.toLowerCase()) ?? []).filter(
      (one) => one.kind !== 'adverb' && hasRest(one, words.slice(at + 1)),
    ),
  )
  const longest = [...found].sort((a, b) => b.rest.length - a.rest.length)
  return longest.find((one) => one.stance !== 'neutral')?.stance ?? longest[0]?.stance ?? null
}

function hasRest(cue: AttributionCue, after: readonly TextWord[]): boolean {
  return cue.rest.every((part) => after.some(({ stem }) => stem === stemOf(part)))
}

/** The manner of a statement or event, before it is known whose conduct its words tell of. */
export function mannerOf(scene: {
  readonly record: StatementRecord | EventRecord
  readonly codebook: Codebook
  readonly markers: ReadonlyMap<Marker, ReadonlySet<number>>
}): ToldManner {
  const { record, codebook, markers } = scene
  if (record.kind === 'event') {
    const denies = record.event === 'REJECT' && (markers.get('deny')?.size ?? 0) > 0
    // The words of an event hold its verb: "denied" turns them round without more.
    return {
      manner: denies ? 'denies' : (EVENT_MANNERS[record.event] ?? 'states'),
      isDenied: false,
    }
  }
  const stance = stanceOfCue(record.cue, codebook)
  const manner = (stance && MANNERS[stance]) ?? 'states'
  return { manner, isDenied: manner === 'denies' }
}

const MANNER_VERBS: Readonly<Record<Manner, string>> = {
  states: 'says',
  denies: 'denies',
  pledges: 'pledges',
  praises: 'praises',
  accuses: 'accuses',
  asks: 'asks for',
}

/** The verb in which a finding tells a statement: "says", "denies", "praises" …; "says" for other records. */
export function mannerVerb(record: CodedRecord, codebook: Codebook): string {
  const stance = record.kind === 'statement' ? stanceOfCue(record.cue, codebook) : null
  return MANNER_VERBS[(stance && MANNERS[stance]) ?? 'states']
}

/**
 * The manner once it is known whether a side speaks of itself: it may promise or deny without such a cue, too. What one
 * side says that another will do is told as that one's promise, for it is no report of what it does.
 */
export function refined(
  manner: Manner,
  isOwn: boolean,
  isTurned: boolean,
  words: { readonly isFuture: boolean; readonly isWish: boolean },
): Manner {
  if (manner !== 'states') return manner
  if (!isOwn && words.isWish) return 'asks'
  if (words.isFuture) return 'pledges'
  return isOwn && isTurned ? 'denies' : 'states'
}

/** Does a marker stand before a cue, where it may bear on it? */
export function standsBefore(hit: MatterHit, marked: ReadonlySet<number> | undefined): boolean {
  const [head = 0] = hit.at
  return [...(marked ?? [])].some((at) => at >= hit.from && at < head)
}
