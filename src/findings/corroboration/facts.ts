import type { Codebook } from '../../codebook/index.js'
import {
  parseIso,
  type AgreementRecord,
  type CodedRecord,
  type EventRecord,
  type PartyRef,
} from '../../core/index.js'
import type { MatterClaim } from '../claims/claims.js'
import { recordsOf, type FindingGround } from '../ground.js'
import { groupedBy } from '../groups.js'
import { notesOn } from '../notes.js'
import { joined, matterName } from '../quoting.js'
import type { Sides } from '../sides.js'
import { isCommon, wordsOf } from '../words.js'

/** Facts that several records may tell: the same agreement, event or stand. */

/** A fact with all the records that tell it. */
export interface ToldFact {
  readonly records: readonly CodedRecord[]
  readonly parties: readonly PartyRef[]
  /** What they tell, as the end of "Independent sources tell …". */
  readonly what: string
  /** 0 to 1: how surely the records tell the same. */
  readonly fit: number
}

/** Records below this confidence are wrong more often than right. */
const LOWEST_CONFIDENCE = 0.5
/** A name with fewer words of its own ("memorandum of understanding") may be that of any agreement. */
const FEWEST_NAME_STEMS = 2
/** Events that last longer than this are periods, in which several of their kind may lie. */
const LONGEST_EVENT_DAYS = 7

/** The same agreement in the same status: the same words in its name, and no other sides. */
export function agreementFacts(
  ground: FindingGround,
  codebook: Codebook,
  sides: Sides,
): readonly ToldFact[] {
  const empty = formStems(codebook)
  const known = NAME_STEMS(ground, codebook)
  const named = recordsOf(ground, 'agreement').flatMap((record) => {
    const stems = known(record, () => nameStems(record, empty))
    const isTold = record.status !== null && record.confidence >= LOWEST_CONFIDENCE
    if (!isTold || stems.length < FEWEST_NAME_STEMS) return []
    return [{ record, key: `${record.status} ${stems.join(' ')}` }]
  })
  const groups = groupedBy(named, ({ key }) => key)
  return [...groups.values()].flatMap((group) => {
    const records = sameSided(
      group.map(({ record }) => record),
      sides,
    )
    const [first] = records
    if (!first || records.length < 2) return []
    const parties = sides.sidesOf(records.flatMap((record) => record.parties))
    return [{ records, parties, what: `that “${first.name}” is ${first.status}`, fit: 0.9 }]
  })
}

const NAME_STEMS = notesOn<readonly string[]>()

function nameStems({ name }: AgreementRecord, empty: ReadonlySet<string>): readonly string[] {
  return [...new Set(wordsOf(name).map(({ stem }) => stem))]
    .filter((stem) => !isCommon(stem) && !empty.has(stem))
    .sort()
}

/** Words that stand in the names of agreements of every kind. */
function formStems(codebook: Codebook): ReadonlySet<string> {
  const nouns = codebook.entries.agreementForms.flatMap((form) => form.nouns)
  return new Set(
    [...nouns, 'understanding', 'intent'].flatMap((noun) => wordsOf(noun).map(({ stem }) => stem)),
  )
}

/** The records whose sides go with those of the first that names any: shared ones, or none named. */
function sameSided(records: readonly AgreementRecord[], sides: Sides): readonly AgreementRecord[] {
  const named = records.find((record) => record.parties.length > 0)
  const ids = new Set(sides.sidesOf(named?.parties ?? []).map(({ id }) => id))
  return records.filter((record) => {
    const own = sides.sidesOf(record.parties)
    return own.length === 0 || own.some(({ id }) => ids.has(id))
  })
}

/** The same type of event between the same sides at the same stated time. */
export function eventFacts(
  ground: FindingGround,
  codebook: Codebook,
  sides: Sides,
): readonly ToldFact[] {
  const known = EVENT_KEYS(ground, codebook)
  const told = recordsOf(ground, 'event').flatMap((record) => {
    const key = known(record, () => eventKey(record, codebook, sides))
    return key === null ? [] : [{ record, key }]
  })
  const groups = groupedBy(told, ({ key }) => key)
  return [...groups.values()].flatMap((group) =>
    byTime(group.map(({ record }) => record)).flatMap((records): ToldFact[] => {
      const [first] = records
      if (!first?.time || records.length < 2) return []
      const parties = sides.sidesOf([...first.actor, ...first.recipient])
      const names = joined(parties.map(({ name }) => name))
      const what = `of the same event (${first.event}) between ${names} on ${first.time.start}`
      return [{ records, parties, what, fit: 0.8 }]
    }),
  )
}

const EVENT_KEYS = notesOn<string | null>()

function eventKey(record: EventRecord, codebook: Codebook, sides: Sides): string | null {
  const { time, factuality, confidence, event, mode } = record
  if (!time || confidence < LOWEST_CONFIDENCE || factuality === 'possible') return null
  const [start, end] = [parseIso(time.start), parseIso(time.end)]
  if (start === null || end === null || end - start > LONGEST_EVENT_DAYS) return null
  const [actors, recipients] = [record.actor, record.recipient].map((refs) =>
    sides
      .sidesOf(refs)
      .map(({ id }) => id)
      .sort(),
  )
  if (!actors?.length || !recipients?.length) return null
  const isSymmetric = codebook.eventTypes.get(event)?.symmetric === true
  const ids = isSymmetric ? [...actors, ...recipients].sort() : [...actors, '→', ...recipients]
  const isReal = factuality === 'actual' || factuality === 'ongoing' ? 'real' : factuality
  return [event, mode ?? '', isReal, ...ids].join(' ')
}

/** Events whose days overlap, in one group. */
function byTime(records: readonly EventRecord[]): readonly EventRecord[][] {
  const sorted = [...records].sort((a, b) =>
    (a.time?.start ?? '') < (b.time?.start ?? '') ? -1 : 1,
  )
  const groups: EventRecord[][] = []
  for (const record of sorted) {
    const group = groups.at(-1)
    const isSame = group?.some((other) => (record.time?.start ?? '') <= (other.time?.end ?? ''))
    if (group && isSame) group.push(record)
    else groups.push([record])
  }
  return groups
}

/** The same stand or conduct of a side on a matter of the codebook. */
export function matterFacts(claims: readonly MatterClaim[]): readonly ToldFact[] {
  const told = claims.filter(
    ({ record, matter, holder, concerned, conduct, manner }) =>
      holder !== null &&
      conduct !== 0 &&
      manner !== 'asks' &&
      record.factuality !== 'possible' &&
      (concerned !== null || matter.concerns.length === 0),
  )
  const groups = groupedBy(
    told,
    ({ matter, holder, concerned, conduct }) =>
      `${matter.id} ${holder?.id} ${concerned?.id ?? ''} ${conduct}`,
  )
  const facts = [...groups.values()].flatMap(matterFact)
  // Two matters may rest on the same words; the one that more records tell says it all.
  return facts.filter((fact) => !facts.some((other) => isWithin(fact, other, facts)))
}

function matterFact(claims: readonly MatterClaim[]): ToldFact[] {
  const [first] = claims
  const holder = first?.holder
  if (!first || !holder) return []
  const { matter, concerned, conduct } = first
  const what = `that ${holder.name} stands or acts ${conduct === 1 ? 'for' : 'against'} ${matterName(matter, concerned)}`
  const parties = concerned ? [holder, concerned] : [holder]
  const records = [...new Set(claims.map(({ record }) => record))]
  return [{ records, parties, what, fit: 0.8 }]
}

function isWithin(fact: ToldFact, other: ToldFact, all: readonly ToldFact[]): boolean {
  if (fact === other || fact.parties[0]?.id !== other.parties[0]?.id) return false
  const isPart = fact.records.every((record) => other.records.includes(record))
  if (!isPart) return false
  return fact.records.length < other.records.length || all.indexOf(other) < all.indexOf(fact)
}
