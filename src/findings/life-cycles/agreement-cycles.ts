import { findingOf, parseIso, type FindingRecord, type PartyRef } from '../../core/index.js'
import { groupAgreements } from './agreement-groups.js'
import { AGREEMENT_STEPS, agreementTellings, type AgreementTelling } from './agreement-tellings.js'
import type { Coverage } from './coverage.js'
import type { FindingGround, FindingSetting } from '../ground.js'
import { groupedBy } from '../groups.js'
import { daysIn } from '../happenings/joined-tellings.js'
import data from './life-cycles.json' with { type: 'json' }
import { sayList, sayParty } from '../say-figures.js'
import { sayDays, sayReference } from '../happenings/say-happenings.js'
import { spanOf, type DaySpan } from '../happenings/tellings.js'
import { missingStep, type ToldStep } from './told-steps.js'

/** The lives of agreements, as findings. */

const RULE = data.agreements

/** A finding for each agreement of which two steps are known, or whose announced signing was not reported in time. */
export function findAgreementCycles(
  ground: FindingGround,
  setting: FindingSetting,
  coverage: Coverage,
): readonly FindingRecord[] {
  return groupAgreements(agreementTellings(ground, setting.codebook)).flatMap((tellings) => {
    const steps = stepsOf(ground, tellings)
    const told = steps.map((telling) => toldStep(ground, telling))
    const missing = missingOf(ground, steps, setting.asOf, coverage)
    return agreementFinding(steps, missing ? [...told, missing] : told) ?? []
  })
}

/** The surest telling of each step, in the order of an agreement's life; none where their days contradict each other. */
function stepsOf(
  ground: FindingGround,
  tellings: readonly AgreementTelling[],
): readonly AgreementTelling[] {
  const byStep = groupedBy(tellings, ({ step }) => step)
  if (!isOneDay(byStep.get('signed') ?? [])) return []
  const steps = AGREEMENT_STEPS.flatMap((step) => {
    const told = byStep.get(step) ?? []
    return told.toSorted((a, b) => bySureness(ground, a, b))[0] ?? []
  })
  return isInOrder(steps) ? steps : []
}

/** The most exact time first, then the first report, then the surest record. */
function bySureness(ground: FindingGround, a: AgreementTelling, b: AgreementTelling): number {
  const length = ({ time }: AgreementTelling): number => {
    const span = time ? spanOf(time.start, time.end) : null
    return span ? daysIn(span) : Number.MAX_SAFE_INTEGER
  }
  const published = ({ record }: AgreementTelling): string =>
    ground.documents.get(record.document)?.published ?? '~'
  return (
    length(a) - length(b) ||
    published(a).localeCompare(published(b)) ||
    b.record.confidence - a.record.confidence ||
    a.record.id.localeCompare(b.record.id)
  )
}

/** Do all tellings of one step leave one day open? Two signings far apart are of two agreements with one name. */
function isOneDay(tellings: readonly AgreementTelling[]): boolean {
  const spans = tellings.flatMap(spansOf)
  if (spans.length < 2) return true
  const latestStart = Math.max(...spans.map(({ from }) => from))
  const earliestEnd = Math.min(...spans.map(({ to }) => to))
  return latestStart - earliestEnd <= RULE.oneStepDays
}

function isInOrder(steps: readonly AgreementTelling[]): boolean {
  let latest = Number.NEGATIVE_INFINITY
  for (const span of steps.filter(({ step }) => step !== 'announced').flatMap(spansOf)) {
    if (span.to < latest) return false
    latest = Math.max(latest, span.from)
  }
  return true
}

function spansOf({ time }: AgreementTelling): DaySpan[] {
  const span = time ? spanOf(time.start, time.end) : null
  return span ? [span] : []
}

function toldStep(ground: FindingGround, { step, record, time }: AgreementTelling): ToldStep {
  const span = time ? spanOf(time.start, time.end) : null
  const published = ground.documents.get(record.document)?.published ?? null
  const isDay = span !== null && daysIn(span) <= RULE.dateDays
  const date = step === 'announced' ? published : isDay ? (time?.start ?? null) : null
  const days = time ? ` ${step === 'announced' ? 'for' : isDay ? 'on' : 'in'} ${sayDays(time)}` : ''
  const says = step === 'announced' ? 'due to be signed' : SAYS[step]
  return {
    step: { step, date, record: record.id },
    says: `${says}${days} (${sayReference(ground, record)})`,
    confidence: record.confidence,
  }
}

const SAYS = {
  proposed: 'proposed',
  negotiating: 'under negotiation',
  signed: 'signed',
  ratified: 'ratified',
  'in-force': 'in force',
  ended: 'ended',
} as const

function missingOf(
  ground: FindingGround,
  steps: readonly AgreementTelling[],
  asOf: string,
  coverage: Coverage,
): ToldStep | null {
  const [announced] = steps
  const [days] = announced ? spansOf(announced) : []
  const isOpen = steps.every(({ step }) => ['announced', 'proposed', 'negotiating'].includes(step))
  if (announced?.step !== 'announced' || !days || !isOpen) return null
  const on = parseIso(ground.documents.get(announced.record.document)?.published ?? '')
  return missingStep({ on, days, sides: announced.sides, as: 'signed' }, asOf, coverage)
}

function agreementFinding(
  steps: readonly AgreementTelling[],
  told: readonly ToldStep[],
): FindingRecord | null {
  const strength = told.reduce((product, { confidence }) => product * confidence, 1)
  const sides = mostSides(steps)
  if (told.length < 2 || strength < data.leastStrength || sides.length === 0) return null
  const name = steps.find(({ name: { isAbbreviation } }) => !isAbbreviation)?.agreement.name ?? ''
  const between = sides.length > 1 ? ` between ${sayList(sides.map(sayParty))}` : ''
  return findingOf({
    finding: 'life-cycle',
    sort: told.at(-1)?.step.step ?? null,
    records: told.flatMap(({ step }) => step.record ?? []),
    parties: [...sides],
    why: `The ${name.replace(/^the\s+/iu, '')}${between} is reported as ${sayList(told.map(({ says }) => says))}.`,
    strength,
    steps: told.map(({ step }) => step),
  })
}

function mostSides(steps: readonly AgreementTelling[]): readonly PartyRef[] {
  return steps.reduce<readonly PartyRef[]>(
    (most, { sides }) => (sides.length > most.length ? sides : most),
    [],
  )
}
