import { partiesOfRecord } from '../../core/index.js'
import type { CodedRecord, PartyRef } from '../../core/index.js'
import { tellerOf, type MatterClaim } from '../claims/claims.js'
import { accuses, praises, type Denial, type Saying } from './denying.js'
import type { FindingGround, FindingSetting } from '../ground.js'
import { groupedBy } from '../groups.js'
import { likenessIndex, likeTextOf, type LikeText } from '../likeness.js'
import { mayBeWithin, strengthOf, type RecordLink } from '../linked-records.js'
import { opposite } from '../claims/matters.js'
import { notesOn } from '../notes.js'
import { wordsOfRecord } from '../quoting.js'
import type { Sides } from '../sides.js'

/**
 * What joins a denial to what it denies. They are of one matter when the codebook's matters say so, when their words are
 * alike, or when the denial follows close upon an accusation or takes up what was said ("rejected that").
 */

/** A denial answers what was said within half a year. */
const ANSWER_DAYS = 183
/**
 * How many letters before it a denial without a matter of its own answers what was said; how many if it has one; and how
 * many if the accused are not named as its side, either.
 */
const ANSWER_LETTERS = 500
const CLOSE_LETTERS = 200
const NEXT_LETTERS = 60
/** Likeness from which an accusation, or any other saying, is of the denial's matter. */
const LIKE_ACCUSATION = 0.3
const LIKE_SAYING = 0.5
const FEWEST_SHARED = 2

/** A ground with what was read from it for denials. */
export interface DenialScene {
  readonly ground: FindingGround
  readonly setting: FindingSetting
  readonly sides: Sides
  readonly claims: readonly MatterClaim[]
  readonly denials: readonly Denial[]
  /** What may have been denied, without the denials themselves. */
  readonly sayings: readonly Saying[]
}

/** Links by the codebook's matters: a side denies what another says that it does. */
export function matterLinks(scene: DenialScene): readonly RecordLink[] {
  const denied = new Set(scene.denials.map(({ record }) => record.id))
  const byMatter = groupedBy(
    scene.claims.filter(({ conduct, holder }) => conduct !== 0 && holder !== null),
    ({ matter, holder }) => `${matter.id} ${holder?.id}`,
  )
  return [...byMatter.values()].flatMap((claims) => {
    const denials = claims.filter(
      ({ record, manner, teller, holder }) =>
        denied.has(record.id) && manner === 'denies' && teller?.id === holder?.id,
    )
    const said = claims.filter(
      ({ record, manner, teller, holder }) =>
        !denied.has(record.id) &&
        teller?.id !== holder?.id &&
        record.factuality !== 'denied' &&
        (manner === 'states' || manner === 'accuses'),
    )
    return denials.flatMap((denial) => said.flatMap((saying) => matterLink(scene, denial, saying)))
  })
}

function matterLink(scene: DenialScene, denial: MatterClaim, saying: MatterClaim): RecordLink[] {
  const [a, b] = [denial.record, saying.record]
  if (saying.conduct !== opposite(denial.conduct)) return []
  if (!mayBeWithin(scene.ground, a, b, ANSWER_DAYS)) return []
  const isOfOne = denial.concerned?.id === saying.concerned?.id
  const isKnown = denial.concerned !== null || denial.matter.concerns.length === 0
  if (isOfOne && isKnown) return [{ a, b, strength: strengthOf(0.9, a, b) }]
  // In one report, what one of the two leaves open is the other's.
  const isOpen = denial.concerned === null || saying.concerned === null
  return isOpen && a.document === b.document ? [{ a, b, strength: strengthOf(0.7, a, b) }] : []
}

/** Links by likeness of words: what was said names the side that denies. */
export function likeLinks(scene: DenialScene): readonly RecordLink[] {
  const { ground, setting, denials, sayings } = scene
  const denied = new Set(denials.map(({ record }) => record.id))
  const texts = [
    ...denials.filter(({ hasMatter }) => hasMatter).map(({ record }) => record),
    ...sayings,
  ]
  const known = TEXTS(ground, setting.codebook)
  const textOf = (record: CodedRecord): LikeText => known(record, () => likeText(record))
  const index = likenessIndex(texts.map(textOf))
  return denials
    .filter(({ hasMatter }) => hasMatter)
    .flatMap(({ record, side }) => {
      const text = textOf(record)
      return index.nearTo(text).flatMap(({ record: saying, stems }): RecordLink[] => {
        if (denied.has(saying.id) || !isAgainst(scene, saying as Saying, side)) return []
        const { share, shared } = index.likenessOf(text, { record: saying, stems })
        const least = accuses(saying, setting.codebook) ? LIKE_ACCUSATION : LIKE_SAYING
        if (shared.length < FEWEST_SHARED || share < least) return []
        if (!mayBeWithin(ground, record, saying, ANSWER_DAYS)) return []
        return [{ a: record, b: saying, strength: strengthOf(0.4 + share / 2, record, saying) }]
      })
    })
}

const TEXTS = notesOn<LikeText>()

function likeText(record: CodedRecord): LikeText {
  const names = partiesOfRecord(record).map(({ name }) => name)
  return likeTextOf(record, wordsOfRecord(record), names)
}

/** Does a record speak of a side, and somebody else's words? */
function isAgainst({ sides }: DenialScene, saying: Saying, side: PartyRef): boolean {
  if (tellerOf(saying, sides)?.id === side.id) return false
  const named = saying.kind === 'event' ? saying.recipient : saying.about
  const isActor =
    saying.kind === 'event' && sides.sidesOf(saying.actor).some(({ id }) => id === side.id)
  return !isActor && sides.sidesOf(named).some(({ id }) => id === side.id)
}

/** Links by place: a denial that takes up what was said answers the last thing said against its side before it. */
export function nearLinks(scene: DenialScene): readonly RecordLink[] {
  const byDocument = groupedBy(scene.sayings, ({ document }) => document)
  return scene.denials.flatMap((denial): RecordLink[] => {
    const before = byDocument.get(denial.record.document) ?? []
    const said = before
      .filter((saying) => isAnswered(scene, denial, saying))
      .sort((x, y) => lettersBetween(x, denial.record) - lettersBetween(y, denial.record))[0]
    if (!said) return []
    return [{ a: denial.record, b: said, strength: strengthOf(0.75, denial.record, said) }]
  })
}

function isAnswered(scene: DenialScene, denial: Denial, saying: Saying): boolean {
  const letters = lettersBetween(saying, denial.record)
  if (letters < 0 || praises(saying, scene.setting.codebook)) return false
  const isAccusing = accuses(saying, scene.setting.codebook)
  if (denial.hasMatter && !(isAccusing && letters <= CLOSE_LETTERS)) return false
  if (letters > ANSWER_LETTERS) return false
  const teller = tellerOf(saying, scene.sides)
  if (isAgainst(scene, saying, denial.side)) return true
  // "He accuses the authorities … Officials deny that": the accused is not named as a state.
  const reach = denial.hasMatter ? NEXT_LETTERS : CLOSE_LETTERS
  return isAccusing && letters <= reach && teller?.id !== denial.side.id
}

/** Links between a denial that takes up what was said and the same side's denial just before it. */
export function repeatLinks({ denials }: DenialScene): readonly RecordLink[] {
  const byDocument = groupedBy(denials, ({ record }) => record.document)
  return denials.flatMap(({ record, side, hasMatter }): RecordLink[] => {
    if (hasMatter) return []
    const before = (byDocument.get(record.document) ?? []).find(
      (other) =>
        other.side.id === side.id &&
        other.record !== record &&
        isNear(lettersBetween(other.record, record)),
    )
    return before ? [{ a: before.record, b: record, strength: 0 }] : []
  })
}

const isNear = (letters: number): boolean => letters >= 0 && letters <= CLOSE_LETTERS

/** UTF-16 code units from the end of one record's words to the start of another's in its document. */
function lettersBetween(first: CodedRecord, second: CodedRecord): number {
  if (first.document !== second.document) return -1
  const end = Math.max(...first.evidence.map((one) => one.end))
  return Math.min(...second.evidence.map((one) => one.start)) - end
}
