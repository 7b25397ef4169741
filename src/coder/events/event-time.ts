import type { RecordTime } from '../../core/index.js'
import { clauseRoot, subjectOf } from '../clauses.js'
import { relationOf } from '../parse.js'
import type { Scene, SceneTime } from '../scene.js'
import { partiesAt, timeAt } from '../scene.js'
import type { EventCandidate } from './candidates.js'
import type { Factuality } from './factuality-hints.js'

/** Clauses that happen when the clause above them does: "arrived on Monday, meeting the king and praising him". */
const SHARING = new Set(['advcl', 'conj', 'xcomp'])

/**
 * When it happened: the time in the predicate's own clause; else that of the clause it hangs on as a participle or by
 * "and"; else the sentence's only time, if the sentence has one clause. Null when none of these is there.
 */
export function timeOfEvent(scene: Scene, candidate: EventCandidate): RecordTime | null {
  for (const at of candidate.group) {
    const own = timeAt(scene, at)
    if (own) return own
  }
  const { parse } = scene
  let clause = clauseRoot(parse, candidate.token)
  for (let step = 0; step < 3 && SHARING.has(relationOf(parse, clause)); step++) {
    if (relationOf(parse, clause) === 'conj' && subjectOfItsOwn(scene, clause)) return null
    const head = parse.heads[clause] ?? -1
    if (head < 0) return null
    clause = clauseRoot(parse, head)
    const shared = timeAt(scene, clause)
    if (shared) return shared
  }
  return null
}

function subjectOfItsOwn(scene: Scene, clause: number): boolean {
  return (scene.parse.children[clause] ?? []).some((at) => relationOf(scene.parse, at) === 'nsubj')
}

/** A day that the report's opening gives for what somebody said or did: who, and when. */
export interface OpeningDay {
  readonly party: string
  readonly time: RecordTime
}

const OPENING_SENTENCES = 3

/**
 * The days that the first sentences of a report give to the acts of its persons and bodies ("Lula said on Tuesday").
 * What the same party says further down without a time of its own is of that day.
 */
export function openingDays(scene: Scene): OpeningDay[] {
  const days: OpeningDay[] = []
  for (const time of scene.times.filter((one) => isOpeningDay(scene, one))) {
    if (!time.value) continue
    const verb = clauseRoot(scene.parse, time.range.first)
    const subject = subjectOf(scene.parse, verb)
    for (const ref of subject === null ? [] : partiesAt(scene, subject))
      if (!days.some((day) => day.party === ref.id)) days.push({ party: ref.id, time: time.value })
  }
  return days
}

function isOpeningDay(scene: Scene, time: SceneTime): boolean {
  const sentence = scene.reading.tokens[time.range.first]?.sentence ?? OPENING_SENTENCES
  const isDay = time.value?.granularity === 'day'
  return (
    isDay &&
    time.value.start === scene.document.published &&
    sentence < firstProse(scene) + OPENING_SENTENCES
  )
}

/** Number of the first sentence that ends like one: headlines before it do not count. */
function firstProse(scene: Scene): number {
  const at = scene.reading.sentences.findIndex((sentence) =>
    /^[.!?”"]$/.test(scene.reading.tokens[sentence.last - 1]?.text ?? ''),
  )
  return Math.max(0, at)
}

const SPEECH_TYPES = new Set([
  'SUPPORT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'AGREE',
  'THREATEN',
  'CONSULT',
])

const BEFORE = /^(earlier|previously|recently|before|ago|once|already|last|then|formerly)$/i

/** Does the clause speak of a day before: "had signed", "said earlier"? */
function isOfBefore(scene: Scene, candidate: EventCandidate): boolean {
  return candidate.group.some((at) =>
    (scene.parse.children[at] ?? []).some((child) => {
      const word = scene.reading.tokens[child]?.text ?? ''
      const relation = relationOf(scene.parse, child)
      return (relation === 'aux' && /^had$/i.test(word)) || BEFORE.test(word)
    }),
  )
}

/** The opening's day for a verbal act of one of its parties that has no time of its own; null for anything else. */
export function openingTime(
  scene: Scene,
  days: readonly OpeningDay[],
  candidate: EventCandidate,
  actors: readonly { id: string }[],
  factuality: Factuality,
): RecordTime | null {
  if (factuality !== 'actual' || !SPEECH_TYPES.has(candidate.type)) return null
  if (isOfBefore(scene, candidate)) return null
  return days.find((day) => actors.some((actor) => actor.id === day.party))?.time ?? null
}
