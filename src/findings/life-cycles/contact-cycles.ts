import { parseIso } from '../../core/index.js'
import { HAPPENING_RULES } from '../happenings/happening-rules.js'
import {
  didHappen,
  listTold,
  type Happening,
  type ToldHappening,
} from '../happenings/happenings.js'
import { pairsOf } from '../happenings/join-tellings.js'
import {
  clash,
  daysIn,
  overlap,
  personsFit,
  sharePerson,
  sidesFit,
} from '../happenings/joined-tellings.js'
import data from './life-cycles.json' with { type: 'json' }
import { shareSubject } from '../happenings/subjects.js'
import { spanOf, type DaySpan } from '../happenings/tellings.js'
import type { FindingGround, FindingSetting } from '../ground.js'

/** What came of announced visits, meetings and signings. */
export interface ContactCycle {
  /** The announcements that are for one and the same, the first told first; at least one. */
  readonly plans: readonly ToldHappening[]
  /** Reports that it was put off or called off, in the order of their days. */
  readonly callOffs: readonly ToldHappening[]
  /** What was held; null while none is reported. */
  readonly held: ToldHappening | null
  /** Is any contact of two of its sides reported for its days, whoever met? Then it may have been this one. */
  readonly contactThen: boolean
}

const RULE = data.contacts

/**
 * Cycles of a ledger's announcements of some event types, in the order in which they were announced. Near-linear: an
 * announcement is compared only with what two of its sides did in the days that it is for.
 */
export function contactCycles(
  ground: FindingGround,
  setting: Pick<FindingSetting, 'codebook'>,
  types: ReadonlySet<Happening['type']>,
): readonly ContactCycle[] {
  const told = listTold(ground, setting)
  const held = shelfOf(
    told.filter(({ happening }) => types.has(happening.type) && didHappen(happening)),
  )
  const callOffs = shelfOf(told.filter(({ happening }) => happening.calledOff !== null))
  const cycles = told
    .filter((one) => types.has(one.happening.type) && isPlan(one))
    .map((plan): ContactCycle => {
      const offs = callOffsOf(plan, callOffs)
      const of = heldOf(plan, offs, held)
      return { plans: [plan], callOffs: offs, held: of, contactThen: contactThen(plan, held) }
    })
  return mergeCycles(cycles)
}

function isPlan({ happening }: ToldHappening): boolean {
  const { factuality, calledOff, sides, confidence } = happening
  if (factuality !== 'planned' || calledOff !== null) return false
  return sides.length > 1 && confidence >= RULE.leastConfidence
}

/** Day of the first report; null when none has a known day. */
export function firstReported({ tellings }: Pick<ToldHappening, 'tellings'>): number | null {
  const days = tellings.flatMap(({ published }) => published ?? [])
  return days.length > 0 ? Math.min(...days) : null
}

/** The days that an announcement is for; null when it gives none, or a time too long to be one's. */
export function plannedDays({ happening }: ToldHappening): DaySpan | null {
  const { days } = happening
  if (days?.basis !== 'stated') return null
  const span = spanOf(days.start, days.end)
  return span && daysIn(span) <= RULE.longestPlanDays ? span : null
}

/** Told happenings by every two of their sides, in the order of their first days. */
type Shelf = ReadonlyMap<string, readonly Shelved[]>

interface Shelved {
  readonly from: number
  readonly told: ToldHappening
}

function shelfOf(told: readonly ToldHappening[]): Shelf {
  const shelf = new Map<string, Shelved[]>()
  for (const one of told) {
    const from = one.happening.days ? parseIso(one.happening.days.start) : null
    if (from === null || one.happening.sides.length < 2) continue
    for (const pair of pairsOf(one.happening.sides.map((side) => side.id))) {
      const list = shelf.get(pair)
      if (list) list.push({ from, told: one })
      else shelf.set(pair, [{ from, told: one }])
    }
  }
  return shelf
}

/** Those of a shelf that begin in some days and are between the announced sides, persons and places. */
function shelved(plan: ToldHappening, shelf: Shelf, days: DaySpan): ToldHappening[] {
  return [...beginning(plan, shelf, days)].filter((one) => partsFit(plan, one))
}

function contactThen(plan: ToldHappening, shelf: Shelf): boolean {
  const days = plannedDays(plan)
  if (!days) return false
  const { days: grace, delay } = HAPPENING_RULES[plan.happening.type]
  const from = days.from - Math.max(LONGEST_MONTH, grace)
  return beginning(plan, shelf, { from, to: days.to + grace + delay }).size > 0
}

/** Those of a shelf that begin in some days, between two of the sides at least. */
function beginning(
  plan: ToldHappening,
  shelf: Shelf,
  { from, to }: DaySpan,
): ReadonlySet<ToldHappening> {
  const found = new Set<ToldHappening>()
  for (const pair of pairsOf(plan.happening.sides.map((side) => side.id))) {
    const list = shelf.get(pair) ?? []
    for (let index = firstFrom(list, from); index < list.length; index++) {
      const one = list[index]
      if (!one || one.from > to) break
      found.add(one.told)
    }
  }
  return found
}

/** Index of the first of a sorted list that begins on a day or later, by halving. */
function firstFrom(list: readonly Shelved[], day: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.from ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** Do sides, persons and places fit? Of a tour of many states, a visit to one fits by its day and its traveller. */
function partsFit(plan: ToldHappening, other: ToldHappening): boolean {
  const asSides = ({ happening }: ToldHappening) => ({ ...happening, symmetric: true })
  const onDay =
    plannedDays(plan) !== null &&
    other.happening.days?.basis === 'stated' &&
    sharePerson(plan.persons, other.persons)
  return (
    (onDay || sidesFit(asSides(plan), asSides(other))) &&
    personsFit(plan.persons, other.persons) &&
    !clash(plan.countries, other.countries)
  )
}

function callOffsOf(plan: ToldHappening, shelf: Shelf): readonly ToldHappening[] {
  const announced = firstReported(plan)
  const days = plannedDays(plan)
  const start = announced ?? days?.from
  if (start === undefined) return []
  const last = days ? days.to + RULE.callOffDays : start + RULE.undatedDays
  return shelved(plan, shelf, { from: start, to: last })
    .filter((one) => {
      const told = firstReported(one)
      if (told !== null && (told < start || told > last)) return false
      return days ? true : sharePerson(plan.persons, one.persons)
    })
    .sort((a, b) => (firstReported(a) ?? 0) - (firstReported(b) ?? 0))
}

function heldOf(
  plan: ToldHappening,
  offs: readonly ToldHappening[],
  shelf: Shelf,
): ToldHappening | null {
  const open = openDays(plan, offs)
  if (!open) return null
  const { days: grace } = HAPPENING_RULES[plan.happening.type]
  // A report may give the month alone: it then begins up to a month before the day that it means.
  const range = { from: open.from - LONGEST_MONTH, to: open.to + grace }
  const fitting = shelved(plan, shelf, range).filter((one) => heldFits(plan, one, open))
  const distance = (one: ToldHappening): number => {
    const from = one.happening.days ? parseIso(one.happening.days.start) : null
    return Math.abs((from ?? 0) - (plannedDays(plan)?.from ?? open.from))
  }
  const persons = (one: ToldHappening): number => Number(sharePerson(plan.persons, one.persons))
  return fitting.sort((a, b) => persons(b) - persons(a) || distance(a) - distance(b))[0] ?? null
}

const LONGEST_MONTH = 31

/** The days on which what was announced may have been held. `loose`: no more is known than that they are some time later. */
interface OpenDays extends DaySpan {
  readonly loose: boolean
}

function openDays(plan: ToldHappening, offs: readonly ToldHappening[]): OpenDays | null {
  const announced = firstReported(plan)
  const days = plannedDays(plan)
  const off = offs.findLast(({ happening }) => happening.calledOff === 'postponed')
  const putOff = off ? firstReported(off) : null
  if (putOff !== null) return { from: putOff, to: putOff + RULE.rescheduledDays, loose: true }
  if (days) return { ...days, loose: false }
  if (announced === null) return null
  return { from: announced + 1, to: announced + RULE.undatedDays, loose: true }
}

function heldFits(plan: ToldHappening, one: ToldHappening, open: OpenDays): boolean {
  const { days } = one.happening
  const span = days ? spanOf(days.start, days.end) : null
  const announced = firstReported(plan)
  if (!span || (announced !== null && announced > span.to)) return false
  if (!tellsAnew(plan, one)) return false
  // A report that on the day of an act announces it for a later day speaks of another.
  if (announced !== null && announced >= span.from && !overlap(span, open)) return false
  const rule = HAPPENING_RULES[plan.happening.type]
  const graced =
    days?.basis === 'published'
      ? { from: span.from - rule.delay, to: span.to }
      : { from: span.from - rule.days, to: span.to + rule.days }
  if (!overlap(graced, open) || (open.loose && span.from < open.from)) return false
  const vague = open.loose || daysIn(span) > rule.span || daysIn(open) > LONGEST_MONTH
  if (vague && !sharePerson(plan.persons, one.persons)) return false
  return plan.happening.type !== 'AGREE' || shareWords(plan, one)
}

/** Is there a report of it beside those that announced it? One that says both speaks of two things, or was misread. */
function tellsAnew(plan: ToldHappening, one: ToldHappening): boolean {
  return one.happening.originals.some((original) => !plan.originals.has(original))
}

function shareWords(a: ToldHappening, b: ToldHappening): boolean {
  return shareSubject(a.seed.words, b.seed.words)
}

/** Announcements of which one and the same came are one cycle, told in the order of their reports. */
function mergeCycles(cycles: readonly ContactCycle[]): readonly ContactCycle[] {
  const merged = new Map<string, ContactCycle>()
  const inOrder = cycles.toSorted(
    (a, b) =>
      (reportedOf(a) ?? Number.MAX_SAFE_INTEGER) - (reportedOf(b) ?? Number.MAX_SAFE_INTEGER),
  )
  for (const cycle of inOrder) {
    const end = cycle.held ?? cycle.callOffs[0] ?? cycle.plans[0]
    const key = end?.happening.id ?? ''
    const known = merged.get(key)
    merged.set(key, known ? { ...known, plans: [...known.plans, ...cycle.plans] } : cycle)
  }
  return [...merged.values()]
}

function reportedOf({ plans }: ContactCycle): number | null {
  return plans[0] ? firstReported(plans[0]) : null
}
