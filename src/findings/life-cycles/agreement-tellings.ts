import { nameKey, type Codebook } from '../../codebook/index.js'
import type { AgreementRecord, EventRecord, PartyRef, RecordTime } from '../../core/index.js'
import { recordsOf, type FindingGround } from '../ground.js'
import { groupedBy } from '../groups.js'
import data from './life-cycles.json' with { type: 'json' }
import { notesOn } from '../notes.js'
import { sidesIn, type Sides } from '../sides.js'
import { isCommon, wordsOf } from '../words.js'

/** What a record tells of an agreement's life: that it is proposed, that it was signed … */

export const AGREEMENT_STEPS = [
  'announced',
  'proposed',
  'negotiating',
  'signed',
  'ratified',
  'in-force',
  'ended',
] as const
export type AgreementStep = (typeof AGREEMENT_STEPS)[number]

export interface AgreementTelling {
  readonly agreement: AgreementRecord
  /** The record whose words tell the step: the agreement itself, or the act of agreeing that names it. */
  readonly record: AgreementRecord | EventRecord
  readonly step: AgreementStep
  readonly time: RecordTime | null
  /** States and bodies that it is between, by id. */
  readonly sides: readonly PartyRef[]
  readonly name: AgreementName
}

export interface AgreementName {
  /** Words that tell it from others, as stems, without its parties, its form and common words. */
  readonly words: ReadonlySet<string>
  /** Is it a proper name: are all those words written with a capital? */
  readonly isProper: boolean
  /** First letters of its capitalised words ("EPCA"), or the name itself where it is an abbreviation. */
  readonly initials: string
  readonly isAbbreviation: boolean
}

const RULE = data.agreements
const EVENT_WORDS = RULE.eventWords.map(({ step, words }) => ({
  step: step as AgreementStep,
  pattern: new RegExp(`\\b(?:${words.split(', ').join('|')})\\b`, 'iu'),
}))

/** Every step that a ground's agreement records tell, alone or with the act of agreeing around their name. */
export function agreementTellings(
  ground: FindingGround,
  codebook: Codebook,
): readonly AgreementTelling[] {
  const sides = sidesIn(ground)
  const nameOf = agreementNames(codebook)
  const known = NAMES(ground, codebook)
  const acts = groupedBy(
    recordsOf(ground, 'event').filter(({ event }) => event === 'AGREE' || event === 'COOPERATE'),
    (record) => record.document,
  )
  return recordsOf(ground, 'agreement')
    .filter(({ confidence }) => confidence >= RULE.leastConfidence)
    .flatMap((agreement) => {
      const around = (acts.get(agreement.document) ?? []).filter((act) => overlaps(act, agreement))
      const parts = {
        agreement,
        name: known(agreement, () => nameOf(agreement.name)),
        sides: sidesOf(agreement, around, sides),
      }
      return stepsTold(agreement, around).map((told) => ({ ...parts, ...told }))
    })
}

const NAMES = notesOn<AgreementName>()

type StepTold = Pick<AgreementTelling, 'record' | 'step' | 'time'>

function stepsTold(agreement: AgreementRecord, around: readonly EventRecord[]): StepTold[] {
  const told = around.flatMap((act) => actStep(act) ?? [])
  const step = ownStep(agreement)
  // "Will sign a memorandum" is one step: the act tells it, with its day.
  const isTold = agreement.factuality === 'planned' && told.some((one) => one.step === 'announced')
  if (step === null || isTold) return told
  // One time is not that of two steps: "in force", beside "signed on 21 December", is not since that day.
  const taken = told.some((one) => one.step !== step && isSameTime(one.time, agreement.time))
  return [{ record: agreement, step, time: taken ? null : agreement.time }, ...told]
}

function ownStep({ status, factuality }: AgreementRecord): AgreementStep | null {
  if (factuality === 'denied' || factuality === 'possible') return null
  if (factuality !== 'planned') return status
  return status === 'proposed' || status === 'negotiating' ? status : 'announced'
}

function actStep(act: EventRecord): StepTold | null {
  if (act.confidence < RULE.leastConfidence) return null
  if (act.factuality === 'denied' || act.factuality === 'possible') return null
  const text = act.evidence.map((one) => one.text).join(' ')
  const step = EVENT_WORDS.find(({ pattern }) => pattern.test(text))?.step
  if (!step) return null
  return { record: act, step: act.factuality === 'planned' ? 'announced' : step, time: act.time }
}

function isSameTime(a: RecordTime | null, b: RecordTime | null): boolean {
  return a !== null && b !== null && a.start === b.start && a.end === b.end
}

function overlaps(a: EventRecord, b: AgreementRecord): boolean {
  return a.evidence.some((one) =>
    b.evidence.some((other) => one.start < other.end && other.start < one.end),
  )
}

/** The agreement's own sides; where it names fewer than two, those of the surest act of agreeing that names it. */
function sidesOf(
  agreement: AgreementRecord,
  around: readonly EventRecord[],
  sides: Sides,
): readonly PartyRef[] {
  const own = sides.sidesOf(agreement.parties)
  const acts = around.toSorted((a, b) => b.confidence - a.confidence)
  const others = acts.map((act) => sides.sidesOf([...act.actor, ...act.recipient]))
  const found = own.length > 1 ? own : (others.find((refs) => refs.length > 1) ?? own)
  return found.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
}

const ABBREVIATION = /^\p{Lu}{3,8}$/u

/** Gives the parts of an agreement's name by which it is known. */
function agreementNames(codebook: Codebook): (name: string) => AgreementName {
  const forms = new Set(
    codebook.entries.agreementForms
      .flatMap(({ nouns }) => nouns)
      .filter((noun) => !noun.includes(' '))
      .flatMap((noun) => wordsOf(noun).map(({ stem }) => stem)),
  )
  return (name) => {
    const words = wordsOf(name)
    const own = words.filter(
      ({ written, stem }) =>
        !isCommon(stem) && !forms.has(stem) && !codebook.names.names.has(nameKey(written)),
    )
    const capitals = words.filter(({ written }) => /^\p{Lu}/u.test(written))
    return {
      words: new Set(own.map(({ stem }) => stem)),
      isProper: own.every(({ written }) => /^\p{Lu}/u.test(written)),
      initials: ABBREVIATION.test(name) ? name : capitals.map(({ written }) => written[0]).join(''),
      isAbbreviation: ABBREVIATION.test(name),
    }
  }
}
