import type { Happening } from '../findings/index.js'
import { meetingWordOf } from '../exports/index.js'
import type { OpenViews } from './views.js'

/** A visit or meeting as a calendar shows it: once, from its announcement on. */
export interface Contact {
  readonly happening: Happening
  /** The record that first told of it: of its announcement, where it was announced. */
  readonly first: string
  /** Do its reports say that it was put off or called off? */
  readonly off: Happening['calledOff']
}

/** What the ledger knows of the life of one contact: ids of records. */
interface Life {
  readonly announced: string
  readonly held: string | null
  readonly off: Happening['calledOff']
}

/**
 * Visits and meetings, past and planned, in the order of their days. What was announced and then held is there once, as
 * held; what was announced and then called off is there once, as announced.
 */
export function listContacts(opened: OpenViews): Contact[] {
  const meetings = opened
    .happenings()
    .filter(({ type, mode }) => type === 'CONSULT' && meetingWordOf(mode) !== null)
  const happeningOf = new Map(meetings.flatMap((one) => one.records.map((id) => [id, one])))
  const { announced, held, calledOff } = livesIn(opened)
  return meetings.flatMap((happening): Contact[] => {
    const { records } = happening
    const [first = ''] = records
    const life = firstOf(records, announced)
    if (life) {
      const isTold = life.held !== null && happeningOf.has(life.held)
      return isTold ? [] : [{ happening, first, off: life.off }]
    }
    if (happening.calledOff !== null && records.some((id) => calledOff.has(id))) return []
    const before = firstOf(records, held)
    const plan = before && happeningOf.get(before.announced)
    return [{ happening, first: plan?.records[0] ?? first, off: happening.calledOff }]
  })
}

/** The lives that findings tell of, under the records that announced them and that told of their being held. */
function livesIn(opened: OpenViews) {
  const announced = new Map<string, Life>()
  const held = new Map<string, Life>()
  const calledOff = new Set<string>()
  for (const { finding, steps } of opened.findings()) {
    if (finding !== 'life-cycle') continue
    const recordOf = (name: string) => steps.find(({ step }) => step === name)?.record ?? null
    const plan = recordOf('announced')
    if (plan === null) continue
    const offs = steps.filter(({ step }) => step === 'postponed' || step === 'cancelled')
    const off = (offs.at(-1)?.step ?? null) as Happening['calledOff']
    const life = { announced: plan, held: recordOf('held'), off }
    announced.set(plan, life)
    if (life.held !== null) held.set(life.held, life)
    for (const { record } of offs) if (record !== null) calledOff.add(record)
  }
  return { announced, held, calledOff }
}

function firstOf(records: readonly string[], lives: ReadonlyMap<string, Life>): Life | undefined {
  return records.map((id) => lives.get(id)).find((life) => life !== undefined)
}
