import type { Codebook } from '../../codebook/index.js'
import { contentHash, isoOf, type EventRecord, type PartyRef } from '../../core/index.js'
import type { Days } from './dates.js'
import type { FindingGround, FindingSetting } from '../ground.js'
import type { CallOff } from './happening-rules.js'
import { joinTellings, meetingTellings } from './join-tellings.js'
import { daysIn, ruleOf, type JoinedTellings } from './joined-tellings.js'
import { keptFor, onceFor } from '../notes.js'
import { tellingsIn, type Telling } from './tellings.js'

/**
 * One act between states or bodies, however many reports tell of it. Whoever counts acts counts happenings: the number
 * of reports says how much an act was noticed, not how often it was done.
 */
export interface Happening {
  /** Hash of its records' ids. */
  readonly id: string
  readonly type: EventRecord['event']
  /** The mode that names it best; null where no report gives one. */
  readonly mode: string | null
  readonly contexts: readonly string[]
  /** States and bodies that act and are acted upon; in a symmetric act either may be either. */
  readonly actors: readonly PartyRef[]
  readonly recipients: readonly PartyRef[]
  /** Both, each once, by id: what most of its reports agree on, weighed by their confidence. */
  readonly sides: readonly PartyRef[]
  /** The narrowest time that a report states, else the day of its first report; null when neither is known. */
  readonly days: Days | null
  readonly place: string | null
  readonly quad: EventRecord['quad']
  /** −10 to 10, of the most confident record of its mode. */
  readonly intensity: number
  readonly factuality: EventRecord['factuality']
  /** Do its reports say that it, or of a refusal what it refuses, was put off or called off? See `isCalledOff`. */
  readonly calledOff: CallOff | null
  /** Probability that a report of it is right, were originals independent: 1 − Π (1 − the best confidence of each). */
  readonly confidence: number
  /** Ids of its records, in the order of their reports. */
  readonly records: readonly string[]
  /** Ids of all documents that tell of it, in the order of their reports. */
  readonly documents: readonly string[]
  /** The same without wire copies of one another: how many told of it. */
  readonly originals: readonly string[]
}

/** A happening with the tellings that it was put together from. */
export interface ToldHappening extends JoinedTellings {
  readonly happening: Happening
}

/**
 * Happenings of a ledger: its events, with the reports of one visit, meeting, signing or attack joined into one. By day,
 * unknown days last, then by id. What was planned, what may be and what was denied stay apart from what happened.
 */
export function listHappenings(
  ground: FindingGround,
  setting: Pick<FindingSetting, 'codebook'>,
): readonly Happening[] {
  return listTold(ground, setting).map((told) => told.happening)
}

/** Happenings as `listHappenings` gives them, with what tells of them. */
export function listTold(
  ground: FindingGround,
  { codebook }: Pick<FindingSetting, 'codebook'>,
): readonly ToldHappening[] {
  return toldOf(ground, codebook)
}

/** Finders of one ground share the joined events. */
const toldOf = onceFor(joinLots)

/** Tellings that were joined together, with what they came to. */
interface JoinedLot {
  readonly tellings: readonly Telling[]
  readonly told: readonly ToldHappening[]
}

/** The lots of the ground before, by their first record: a decision changes one or two, and the rest stand. */
interface KeptLots {
  lots: ReadonlyMap<string, JoinedLot>
  /** All that they came to, in time. */
  told: readonly ToldHappening[]
}

const LOTS = keptFor<KeptLots>(() => ({ lots: new Map(), told: [] }))

function joinLots(ground: FindingGround, codebook: Codebook): readonly ToldHappening[] {
  const kept = LOTS(ground, codebook)
  const lots = meetingTellings(tellingsIn(ground, codebook)).map((tellings): JoinedLot => {
    const before = kept.lots.get(tellings[0]?.record.id ?? '')
    return before && areSame(before.tellings, tellings) ? before : joinLot(tellings)
  })
  kept.lots = new Map(lots.map((lot) => [lot.tellings[0]?.record.id ?? '', lot]))
  // What stood before is in order already: sorting it again costs next to nothing.
  const fresh = new Set(lots.flatMap(({ told }) => told))
  const standing = kept.told.filter((one) => fresh.delete(one))
  kept.told = [...standing, ...fresh].sort((a, b) => inTime(a.happening, b.happening))
  return kept.told
}

function areSame(a: readonly Telling[], b: readonly Telling[]): boolean {
  return a.length === b.length && a.every((telling, place) => telling === b[place])
}

function joinLot(tellings: readonly Telling[]): JoinedLot {
  const joined = joinTellings(tellings)
  return { tellings, told: joined.map((one) => ({ ...one, happening: happeningOf(one) })) }
}

/** Was a visit, a meeting or an agreement put off or called off, by its reports? A refusal to come is an act of its own. */
export function isCalledOff({ calledOff, type }: Pick<Happening, 'calledOff' | 'type'>): boolean {
  return calledOff !== null && (type === 'CONSULT' || type === 'AGREE')
}

/** Did it take place, or is it under way? Not what is planned, possible or denied, nor a visit that was put off. */
export function didHappen(happening: Happening): boolean {
  const { factuality } = happening
  return (factuality === 'actual' || factuality === 'ongoing') && !isCalledOff(happening)
}

/** Order of happenings: by their first day, unknown days last, then by id. */
export function inTime(a: Happening, b: Happening): number {
  const [dayA, dayB] = [a.days?.start ?? '~', b.days?.start ?? '~']
  if (dayA !== dayB) return dayA < dayB ? -1 : 1
  return a.id < b.id ? -1 : Number(a.id > b.id)
}

function happeningOf(joined: JoinedTellings): Happening {
  const tellings = joined.tellings.toSorted(byReport)
  const records = tellings.map(({ record }) => record)
  const ids = records.map((record) => record.id)
  const head = headOf(joined)
  return {
    id: `happening:${contentHash(ids.toSorted())}`,
    type: head.event,
    mode: head.mode,
    contexts: [...new Set(records.flatMap((record) => record.contexts))].sort(),
    ...partsOf(joined),
    days: daysOfAll(tellings),
    place: head.place ?? bestOf(records.filter((one) => one.place !== null))?.place ?? null,
    quad: head.quad,
    intensity: head.intensity,
    factuality: factualityOf(joined.seed, records),
    calledOff: joined.seed.calledOff,
    confidence: confidenceOf(tellings),
    records: ids,
    documents: [...new Set(records.map((record) => record.document))],
    originals: [...new Set(tellings.map((telling) => telling.original))],
  }
}

function byReport(a: Telling, b: Telling): number {
  return (
    (a.published ?? Number.MAX_SAFE_INTEGER) - (b.published ?? Number.MAX_SAFE_INTEGER) ||
    compare(a.record.document, b.record.document) ||
    (a.record.evidence[0]?.start ?? 0) - (b.record.evidence[0]?.start ?? 0) ||
    compare(a.record.id, b.record.id)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** The most confident record; the first of equals. */
export function bestOf<Item extends { confidence: number }>(
  records: readonly Item[],
): Item | undefined {
  return records.reduce<Item | undefined>(
    (best, one) => (best && best.confidence >= one.confidence ? best : one),
    undefined,
  )
}

/** The record that speaks for all: the most confident of the mode that names the happening best. */
function headOf({ tellings, seed }: JoinedTellings): EventRecord {
  const modes = ruleOf(seed).modes.flat()
  const rank = ({ mode }: EventRecord): number =>
    mode === null ? modes.length + 1 : modes.includes(mode) ? modes.indexOf(mode) : modes.length
  const records = tellings.map(({ record }) => record)
  const least = Math.min(...records.map(rank))
  return bestOf(records.filter((record) => rank(record) === least)) ?? seed.record
}

function partsOf({ seed, tellings }: JoinedTellings): Pick<Happening, Parts> {
  if (!seed.symmetric) {
    const actors = agreedOn(tellings, (one) => one.actors, seed.actors)
    const recipients = agreedOn(tellings, (one) => one.recipients, seed.recipients)
    const sides = new Map([...actors, ...recipients].map((side) => [side.id, side]))
    return { actors, recipients, sides: byId([...sides.values()]) }
  }
  const sides = agreedOn(tellings, (one) => one.sides, seed.sides)
  const acting = new Set(seed.actors.map((side) => side.id))
  const actors = sides.filter((side) => acting.has(side.id))
  return { actors, recipients: sides.filter((side) => !acting.has(side.id)), sides }
}

function factualityOf(
  { factualityClass }: Telling,
  records: readonly EventRecord[],
): EventRecord['factuality'] {
  if (factualityClass !== 'real') return factualityClass
  return records.some((record) => record.factuality === 'actual') ? 'actual' : 'ongoing'
}

type Parts = 'actors' | 'recipients' | 'sides'

/** Sides that records of more than half of all confidence name; those of the first where too few have as much. */
function agreedOn(
  tellings: readonly Telling[],
  sidesOf: (telling: Telling) => readonly PartyRef[],
  otherwise: readonly PartyRef[],
): readonly PartyRef[] {
  const weights = new Map<string, { side: PartyRef; weight: number }>()
  let all = 0
  for (const telling of tellings) {
    all += telling.record.confidence
    for (const side of sidesOf(telling)) {
      const weight = weights.get(side.id)?.weight ?? 0
      weights.set(side.id, { side, weight: weight + telling.record.confidence })
    }
  }
  const agreed = [...weights.values()].filter(({ weight }) => 2 * weight > all)
  return byId(
    agreed.length >= Math.min(2, otherwise.length) ? agreed.map((one) => one.side) : otherwise,
  )
}

function byId(refs: readonly PartyRef[]): readonly PartyRef[] {
  return refs.toSorted((a, b) => compare(a.id, b.id))
}

function daysOfAll(tellings: readonly Telling[]): Days | null {
  const stated = tellings.flatMap(({ record, stated: span }) =>
    span && record.time ? [{ length: daysIn(span), time: record.time }] : [],
  )
  const narrowest = stated.toSorted(
    (a, b) => a.length - b.length || compare(a.time.start, b.time.start),
  )[0]?.time
  if (narrowest) return { start: narrowest.start, end: narrowest.end, basis: 'stated' }
  const first = tellings.find((telling) => telling.published !== null)
  return first ? publishedDays(first) : null
}

function publishedDays({ published }: Telling): Days | null {
  if (published === null) return null
  const day = isoOf(published)
  return { start: day, end: day, basis: 'published' }
}

function confidenceOf(tellings: readonly Telling[]): number {
  const best = new Map<string, number>()
  for (const { original, record } of tellings)
    best.set(original, Math.max(best.get(original) ?? 0, record.confidence))
  let doubt = 1
  for (const confidence of best.values()) doubt *= 1 - confidence
  return 1 - doubt
}
