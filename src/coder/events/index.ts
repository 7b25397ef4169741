import type { Issue, PartyRef, Reason, TokenRange } from '../../core/index.js'
import { issueOf } from '../../core/index.js'
import { eventGrounds } from '../confidence/event-grounds.js'
import type { EventDraft } from '../drafts.js'
import { spanOf } from '../parse.js'
import type { PassResult, Scene } from '../scene.js'
import { forEachSentence } from '../sentences.js'
import type { EventParties } from './arguments.js'
import { findParties } from './arguments.js'
import { crossesBorder, isInternational } from './borders.js'
import type { EventCandidate } from './candidates.js'
import { findCandidates } from './candidates.js'
import type { Factuality } from './factuality-hints.js'
import { typeAsTold } from './development.js'
import { placeOfEvent } from './event-place.js'
import type { OpeningDay } from './event-time.js'
import { openingDays, openingTime, timeOfEvent } from './event-time.js'
import { evidenceOf } from './evidence.js'
import { factualityOf } from './factuality.js'
import type { FoundEvent } from './repeats.js'
import { dropRepeats } from './repeats.js'
import { dropMentionsAgain } from './mentioned-again.js'
import { contextsOf, modeOf, scaleOf } from './mode.js'
import { partyById, withPartiesOf } from './states.js'
import { WORDS } from './words.js'

/**
 * The pass `events`: what states, bodies and their officials do to each other across a border. Each happening once,
 * with its sides, how real it is, when and where. Without an actor that can be resolved there is no event, but an
 * issue `party-unresolved`.
 */
export function codeEvents(scene: Scene): PassResult {
  const { found, issues } = findEvents(scene)
  const drafts = found.map((one) => one.draft)
  const refs = drafts.flatMap((draft) => [...draft.actor, ...draft.recipient])
  return {
    drafts,
    issues,
    facts: { parties: withPartiesOf(scene, refs) },
  }
}

/** The events of a scene with the predicates they come from: `codeEvents` for those who measure it. */
export function findEvents(scene: Scene): { found: FoundEvent[]; issues: Issue[] } {
  const days = openingDays(scene)
  const unresolved: Issue[] = []
  const { results, issues } = forEachSentence(scene, 'events', (sentence) =>
    eventsInSentence(scene, sentence, days, unresolved),
  )
  return { found: dropMentionsAgain(scene, results), issues: [...issues, ...unresolved] }
}

/** The events that one sentence tells of. Parties that could not be resolved are added to `unresolved`. */
function eventsInSentence(
  scene: Scene,
  sentence: TokenRange,
  days: readonly OpeningDay[],
  unresolved: Issue[],
): FoundEvent[] {
  const found = findCandidates(scene, sentence).flatMap((candidate) => {
    const parties = findParties(scene, candidate)
    if (parties.actor.length === 0 && parties.recipient.length > 0 && candidate.model)
      unresolved.push(noActor(scene, candidate))
    if (!isRecorded(scene, candidate, parties)) return []
    return [foundEvent(scene, candidate, parties, days)]
  })
  return dropRepeats(scene, found)
}

/** An actor, a recipient where the type needs one, and a border between them. */
function isRecorded(scene: Scene, candidate: EventCandidate, parties: EventParties): boolean {
  const { actor, recipient } = parties
  if (actor.length === 0 || isSport(scene, candidate)) return false
  if (![...actor, ...recipient].some((ref) => isPublic(scene, ref))) return false
  if (recipient.length > 0) return crossesBorder(scene, actor, recipient)
  const entry = scene.codebook.eventTypes.get(candidate.type)
  const isAlone = candidate.model !== null && !entry?.recipientRequired
  return isAlone && actor.some((ref) => isInternational(scene, ref))
}

/** Firms, media and charities among themselves make no foreign relations. */
function isPublic(scene: Scene, ref: PartyRef): boolean {
  const type = partyById(scene, ref.id)?.type
  return type !== undefined && !['company', 'media', 'ngo'].includes(type)
}

const CONTESTS = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT', 'THREATEN'])

/** "beat", "attack", "hold" in a sentence about a match. */
function isSport(scene: Scene, candidate: EventCandidate): boolean {
  if (!CONTESTS.has(candidate.type)) return false
  const number = scene.reading.tokens[candidate.token]?.sentence ?? 0
  const range = scene.reading.sentences[number]
  if (!range) return false
  const words = scene.reading.tokens
    .slice(range.first, range.last)
    .map((one) => one.text.toLowerCase())
  const sentence = ` ${words.join(' ')} `
  return (
    words.some(
      (word) => WORDS.sportsWords.has(word) || WORDS.sportsWords.has(word.replace(/s$/, '')),
    ) || WORDS.sportsPhrases.some((phrase) => sentence.includes(` ${phrase} `))
  )
}

function foundEvent(
  scene: Scene,
  candidate: EventCandidate,
  parties: EventParties,
  days: readonly OpeningDay[],
): FoundEvent {
  const factuality = factualityOf(scene, candidate)
  const draft = draftOf(scene, candidate, parties, days, factuality)
  return { candidate, parties, draft }
}

function draftOf(
  scene: Scene,
  candidate: EventCandidate,
  parties: EventParties,
  days: readonly OpeningDay[],
  factuality: Factuality,
): EventDraft {
  const type = typeAsTold(candidate.type, candidate.cue, factuality)
  const mode = modeOf(scene, candidate)
  const scale = scaleOf(scene.codebook, type, mode)
  if (!scale) throw new RangeError(`the codebook has no event type ${type}`)
  const span = evidenceOf(scene, candidate.group, parties.tokens)
  const actor: PartyRef[] = [...parties.actor]
  return {
    kind: 'event',
    ...scale,
    mode,
    contexts: contextsOf(scene, candidate, span),
    actor,
    recipient: [...parties.recipient],
    place: placeOfEvent(scene, candidate, mode),
    time: timeOfEvent(scene, candidate) ?? openingTime(scene, days, candidate, actor, factuality),
    factuality,
    grounds: eventGrounds(scene, candidate, parties, factuality),
    reason: reasonOf(scene, candidate),
    spans: [span],
  }
}

function reasonOf(scene: Scene, candidate: EventCandidate): Reason {
  const isReporting = scene.reading.attributions.some(
    ({ cue }) => cue && candidate.token >= cue.first && candidate.token < cue.last,
  )
  if (isReporting) return 'event-attribution'
  if (candidate.model && candidate.cue?.event === candidate.type) return 'event-model-and-cue'
  return candidate.model ? 'event-model' : 'event-cue'
}

function noActor(scene: Scene, candidate: EventCandidate): Issue {
  const span = spanOf(scene.parse, { first: candidate.token, last: candidate.token + 1 })
  const word = scene.document.text.slice(span.start, span.end)
  return issueOf(
    'party-unresolved',
    'note',
    `${scene.document.source}, character ${span.start}`,
    `Who acts in “${word}” (${candidate.type}) could not be resolved to a party; no event was recorded.`,
  )
}
