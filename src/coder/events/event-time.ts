import type { RecordTime } from '../../core/index.js'
import { spanHolds, spansOverlap } from '../../core/index.js'
import { clauseRoot, subjectOf } from '../clauses.js'
import { dependents, lemmaAt, relationOf, spanOf, tagOf } from '../parse.js'
import type { Scene, SceneTime } from '../scene.js'
import { partiesAt, speakerAt, timeAt } from '../scene.js'
import type { EventCandidate } from './candidates.js'
import type { Factuality } from './factuality-hints.js'

/** Clauses that happen when the clause above them does: "arrived on Monday, meeting the king and praising him". */
const SHARING = new Set(['advcl', 'conj', 'xcomp'])

/**
 * When it happened: the time in the predicate's own clause; else that of the clause it hangs on as a participle or by
 * "and"; else a time already gone in its infinitive. Null when none of these is there.
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
    if (isAtAnotherTime(scene, clause)) return null
    const head = parse.heads[clause] ?? -1
    if (head < 0) return null
    clause = clauseRoot(parse, head)
    const shared = timeAt(scene, clause)
    if (shared) return shared
  }
  return pastOfInfinitive(scene, candidate)
}

/** "requested them to carry a letter this spring", "threatened to cut exports in March": what is gone dates both acts. */
function pastOfInfinitive(scene: Scene, candidate: EventCandidate): RecordTime | null {
  const { published } = scene.document
  if (published === null || tagOf(scene.parse, candidate.token) !== 'VBD') return null
  for (const clause of dependents(scene.parse, candidate.token, 'xcomp')) {
    const time = timeAt(scene, clause)
    if (time?.end && time.end < published) return time
  }
  return null
}

const OTHER_TIMES = new Set(['after', 'before', 'until', 'since', 'if', 'unless', 'once'])

/** "the talks were called off in May after Peru had demanded …": the clause below is not of the same day. */
function isAtAnotherTime({ parse }: Scene, clause: number): boolean {
  return dependents(parse, clause, 'mark').some((at) => OTHER_TIMES.has(lemmaAt(parse, at)))
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
  const add = (party: string, time: RecordTime): void => {
    if (!days.some((day) => day.party === party)) days.push({ party, time })
  }
  for (const time of scene.times.filter((one) => isOpeningDay(scene, one))) {
    if (!time.value) continue
    const verb = clauseRoot(scene.parse, time.range.first)
    const subject = subjectOf(scene.parse, verb)
    for (const ref of subject === null ? [] : partiesAt(scene, subject)) add(ref.id, time.value)
    const speaker = speakerBeside(scene, time)
    if (speaker !== null) add(speaker, time.value)
  }
  return days
}

/** The speaker of the statement in whose sentence, but not in whose words, a time stands. */
function speakerBeside(scene: Scene, time: SceneTime): string | null {
  const number = scene.reading.tokens[time.range.first]?.sentence ?? -1
  const sentence = scene.reading.sentences[number]
  if (!sentence) return null
  const whole = spanOf(scene.parse, sentence)
  const own = spanOf(scene.parse, time.range)
  const beside = scene.spoken.filter(
    ({ span }) => spanHolds(whole, span) && !spansOverlap(span, own),
  )
  const speakers = new Set(beside.map((one) => one.attribution.speaker.id))
  return speakers.size === 1 ? ([...speakers][0] ?? null) : null
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

/** Types of which the saying is the act: "we are ready to sign", "we ask them". */
const INTENTS = new Set(['AGREE', 'REQUEST', 'SUPPORT'])

function speakerOf(scene: Scene, candidate: EventCandidate): string | null {
  const span = spanOf(scene.parse, { first: candidate.token, last: candidate.token + 1 })
  return speakerAt(scene, span)?.speaker.id ?? null
}

/** "we must support", "I ask": the speaker acts by saying so. */
function isInFirstPerson(scene: Scene, candidate: EventCandidate): boolean {
  if (!INTENTS.has(candidate.type)) return false
  return candidate.group.some((at) => {
    const subject = subjectOf(scene.parse, at)
    const isPast = /^VB[DN]$/.test(tagOf(scene.parse, at))
    return (
      subject !== null && !isPast && /^(we|i)$/i.test(scene.reading.tokens[subject]?.text ?? '')
    )
  })
}

/**
 * The opening's day for a verbal act of one of its parties that has no time of its own: told in the past by the report
 * ("he also praised"), or done by the words themselves ("we are ready to"). Null for anything else.
 */
export function openingTime(
  scene: Scene,
  days: readonly OpeningDay[],
  candidate: EventCandidate,
  actors: readonly { id: string }[],
  factuality: Factuality,
): RecordTime | null {
  if (!SPEECH_TYPES.has(candidate.type) || isOfBefore(scene, candidate)) return null
  const speaker = speakerOf(scene, candidate)
  const dayOf = (party: string | undefined): RecordTime | null =>
    days.find((day) => day.party === party)?.time ?? null
  if (speaker === null && factuality === 'actual')
    return actors.map((actor) => dayOf(actor.id)).find(Boolean) ?? null
  const isIntent = factuality === 'planned' && INTENTS.has(candidate.type)
  return isIntent || isInFirstPerson(scene, candidate) ? dayOf(speaker ?? undefined) : null
}
