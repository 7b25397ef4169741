import { findingOf, isoOf, type FindingRecord } from '../../core/index.js'
import { contactCycles, firstReported, plannedDays, type ContactCycle } from './contact-cycles.js'
import type { Coverage } from './coverage.js'
import type { FindingGround, FindingSetting } from '../ground.js'
import { bestOf, type ToldHappening } from '../happenings/happenings.js'
import data from './life-cycles.json' with { type: 'json' }
import { capitalised, sayList } from '../say-figures.js'
import { sayDays, sayHappening, sayReference } from '../happenings/say-happenings.js'
import { missingStep, type ToldStep } from './told-steps.js'

/** The lives of visits and meetings, as findings. */

const CONTACTS: ReadonlySet<'CONSULT'> = new Set(['CONSULT'])

/** A finding for each announced visit or meeting of which more is known, or of which nothing more was reported in time. */
export function findContactCycles(
  ground: FindingGround,
  setting: FindingSetting,
  coverage: Coverage,
): readonly FindingRecord[] {
  return contactCycles(ground, setting, CONTACTS).flatMap((cycle) => {
    const steps = stepsOf(ground, cycle)
    const missing = missingOf(cycle, setting.asOf, coverage)
    return contactFinding(cycle, missing ? [...steps, missing] : steps) ?? []
  })
}

function contactFinding(cycle: ContactCycle, steps: readonly ToldStep[]): FindingRecord | null {
  const [plan] = cycle.plans
  if (!plan || steps.length < 2) return null
  const strength = steps.reduce((product, { confidence }) => product * confidence, 1)
  if (strength < data.leastStrength) return null
  const { happening } = cycle.held ?? plan
  return findingOf({
    finding: 'life-cycle',
    sort: steps.at(-1)?.step.step ?? null,
    records: steps.flatMap(({ step }) => step.record ?? []),
    parties: [...happening.sides],
    why: `${capitalised(sayHappening(happening))} was ${sayList(steps.map(({ says }) => says))}.`,
    strength,
    steps: steps.map(({ step }) => step),
  })
}

function stepsOf(ground: FindingGround, { plans, callOffs, held }: ContactCycle): ToldStep[] {
  const [plan] = plans
  if (!plan) return []
  const days = plannedDays(plan) === null ? null : plan.happening.days
  const steps = [toldStep(ground, 'announced', plan, days ? ` for ${sayDays(days)}` : '')]
  for (const off of callOffs) {
    const sort = off.happening.calledOff
    if (sort) steps.push(toldStep(ground, sort, off, ''))
  }
  if (!held) return steps
  const heldDays = held.happening.days?.basis === 'stated' ? held.happening.days : null
  const told = toldStep(ground, 'held', held, heldDays ? ` on ${sayDays(heldDays)}` : '', plan)
  const date = heldDays && heldDays.start === heldDays.end ? heldDays.start : null
  return [...steps, { ...told, step: { ...told.step, date } }]
}

const SAYS = {
  announced: 'announced',
  postponed: 'reported as postponed',
  cancelled: 'reported as cancelled',
  held: 'reported as held',
} as const

/** A step told by the first report of a happening, dated by that report. Reports that announced it are no witnesses. */
function toldStep(
  ground: FindingGround,
  step: keyof typeof SAYS,
  told: ToldHappening,
  when: string,
  plan?: ToldHappening,
): ToldStep {
  const tellings = told.tellings.filter((one) => !plan?.originals.has(one.original))
  const day = firstReported({ tellings })
  const first = tellings.filter(({ published }) => published === day)
  const record = bestOf((first.length > 0 ? first : tellings).map((one) => one.record))
  return {
    step: { step, date: day === null ? null : isoOf(day), record: record?.id ?? null },
    says: `${SAYS[step]}${when}${record ? ` (${sayReference(ground, record)})` : ''}`,
    confidence: told.happening.confidence,
  }
}

function missingOf(cycle: ContactCycle, asOf: string, coverage: Coverage): ToldStep | null {
  const [plan] = cycle.plans
  const days = plan ? plannedDays(plan) : null
  if (!plan || !days || cycle.held || cycle.callOffs.length > 0 || cycle.contactThen) return null
  const { sides } = plan.happening
  return missingStep({ on: firstReported(plan), days, sides, as: 'held' }, asOf, coverage)
}
