import type { Codebook } from '../../codebook/index.js'
import type { CodedRecord, EventRecord, PartyRef, StatementRecord } from '../../core/index.js'
import { tellerOf, withoutEchoes, type MatterClaim } from '../claims/claims.js'
import type { FindingGround } from '../ground.js'
import { stanceOfCue } from '../claims/manners.js'
import { markersIn, matterLexiconOf } from '../claims/matters.js'
import { wordsOfRecord } from '../quoting.js'
import { notesOn } from '../notes.js'
import type { Sides } from '../sides.js'
import { isCommon, wordsOf } from '../words.js'

/** Which records deny something, and which may be what is denied. */

/** Longer words may say of something else in passing that it is not so. */
const LONGEST_DENIAL_WORDS = 16

/** A record that denies something, with the side that denies. */
export interface Denial {
  readonly record: StatementRecord | EventRecord
  readonly side: PartyRef
  /** Has it words of its own matter, or does it only take up what was said ("denied that")? */
  readonly hasMatter: boolean
}

/** The denials of a ground, in the order of its records. */
export function denialsIn(
  ground: FindingGround,
  codebook: Codebook,
  sides: Sides,
  claims: readonly MatterClaim[],
): readonly Denial[] {
  const own = new Map(
    claims
      .filter((claim) => claim.manner === 'denies' && claim.teller?.id === claim.holder?.id)
      .map(({ record, teller }) => [record.id, teller]),
  )
  const known = DENYING(ground, codebook)
  const found = ground.records.flatMap((record): Denial[] => {
    if (record.kind !== 'statement' && record.kind !== 'event') return []
    const denying = known(record, () => denyingSide(record, codebook, sides))
    const side = own.get(record.id) ?? denying
    return side ? [{ record, side, hasMatter: hasMatter(record, codebook) }] : []
  })
  return withoutEchoes(found, ({ record }) => record)
}

const DENYING = notesOn<PartyRef | null>()

/** The side that a record lets deny something by its cue, its type or its words; null where it denies nothing. */
function denyingSide(
  record: StatementRecord | EventRecord,
  codebook: Codebook,
  sides: Sides,
): PartyRef | null {
  const words = wordsOf(wordsOfRecord(record))
  const markers = markersIn(matterLexiconOf(codebook), words)
  if (record.kind === 'event') {
    const denies = record.event === 'REJECT' && markers.has('deny')
    return denies ? (sides.sidesOf(record.actor)[0] ?? null) : null
  }
  const stance = stanceOfCue(record.cue, codebook)
  const isUntrue = markers.has('untrue') && words.length <= LONGEST_DENIAL_WORDS
  return stance === 'deny' || stance === 'reject' || isUntrue ? tellerOf(record, sides) : null
}

/** Do the words name what is denied, beside what denies it and what takes it up? */
function hasMatter(record: CodedRecord, codebook: Codebook): boolean {
  const words = wordsOf(wordsOfRecord(record))
  const markers = markersIn(matterLexiconOf(codebook), words)
  const isEmpty = (at: number): boolean =>
    (['deny', 'untrue', 'refer', 'reverse'] as const).some((marker) => markers.get(marker)?.has(at))
  return words.some(
    ({ stem, written }, at) => !isCommon(stem) && !/^\p{Lu}/u.test(written) && !isEmpty(at),
  )
}

/** A record that may be an allegation. */
export type Saying = StatementRecord | EventRecord

/** The statements and acts of accusing in a ground that are no denials; none of what is only planned. */
export function sayingsIn(ground: FindingGround, denials: readonly Denial[]): readonly Saying[] {
  const denied = new Set(denials.map(({ record }) => record.id))
  const sayings = ground.records.filter(isSaying).filter(({ id }) => !denied.has(id))
  return withoutEchoes(sayings, (saying) => saying)
}

function isSaying(record: CodedRecord): record is Saying {
  if (record.factuality === 'denied' || record.factuality === 'planned') return false
  return record.kind === 'statement' || (record.kind === 'event' && record.event === 'ACCUSE')
}

/** Does a record praise or thank? */
export function praises(record: CodedRecord, codebook: Codebook): boolean {
  if (record.kind !== 'statement') return false
  const stance = stanceOfCue(record.cue, codebook)
  return stance === 'support' || stance === 'thank'
}

/** Does a record accuse or criticise, by its type or by its cue? */
export function accuses(record: CodedRecord, codebook: Codebook): boolean {
  if (record.kind === 'event') return record.event === 'ACCUSE'
  if (record.kind !== 'statement') return false
  const stance = stanceOfCue(record.cue, codebook)
  return stance === 'accuse' || stance === 'criticise'
}
