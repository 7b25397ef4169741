import { partiesOfRecord } from '../../core/index.js'
import type { Codebook } from '../../codebook/index.js'
import type { CodedRecord, FigureRecord, PartyRef } from '../../core/index.js'
import { areOnSameWords } from '../claims/claims.js'
import type { ToldFact } from './facts.js'
import { recordsOf, type FindingGround } from '../ground.js'
import { groupedBy } from '../groups.js'
import { joinLinks, type RecordLink } from '../linked-records.js'
import { joined, statesAndBodies } from '../quoting.js'
import type { Sides } from '../sides.js'

/** The same figure told by several records: of one thing, one period and one side, and one value within rounding. */

/** "Two countries", "five presidents": small counts are told of everything, and corroborate nothing. */
const SMALLEST_COUNT = 10
/** However coarsely a figure is written, values further apart than this part of it are two figures. */
const LARGEST_ROUNDING = 0.03
/** How many figures next in value one is compared with. */
const NEIGHBOURS = 8

interface SidedFigure {
  readonly record: FigureRecord
  readonly sides: readonly PartyRef[]
  readonly digits: number
}

/** Figures that agree. Time: figures times the logarithm of their number. */
export function figureFacts(
  ground: FindingGround,
  codebook: Codebook,
  sides: Sides,
): readonly ToldFact[] {
  const statements = groupedBy(recordsOf(ground, 'statement'), ({ document }) => document)
  const figures = recordsOf(ground, 'figure')
    .filter((record) => isTelling(record, codebook))
    .map((record) => ({
      record,
      sides: statesAndBodies(ground, sidesAround(record, sides, statements)),
      digits: digitsOf(record.value),
    }))
  const groups = groupedBy(
    figures.flatMap((figure) => figure.sides.map((side) => ({ figure, side }))),
    ({ figure: { record }, side }) => `${record.indicator} ${record.unit} ${side.id}`,
  )
  const links = [...groups.values()].flatMap((group) => linksIn(group.map(({ figure }) => figure)))
  const bySide = new Map(figures.map(({ record, sides: own }) => [record.id, own]))
  return joinLinks(links).map(({ records }) => factOf(records, bySide))
}

function factOf(
  records: readonly CodedRecord[],
  bySide: ReadonlyMap<string, readonly PartyRef[]>,
): ToldFact {
  const [first] = records
  const own = records.flatMap(({ id }) => bySide.get(id) ?? [])
  const parties = [...new Map(own.map((side) => [side.id, side])).values()]
  const figure = first?.kind === 'figure' ? first : null
  const words = figure?.evidence.map((one) => one.text).join(' … ') ?? ''
  const names = joined(parties.map(({ name }) => name))
  return { records, parties, what: `the same figure on ${names} (“${words}”)`, fit: 0.85 }
}

function isTelling(record: FigureRecord, codebook: Codebook): boolean {
  if (record.indicator === null || record.value === 0) return false
  const kind = codebook.units.get(record.unit)?.kind
  const isMeasured = kind !== undefined && kind !== 'count' && kind !== 'person'
  return isMeasured || Math.abs(record.value) >= SMALLEST_COUNT
}

/** The sides of a figure; where it names none, those of the statement that it stands in. */
function sidesAround(
  record: FigureRecord,
  sides: Sides,
  statements: ReadonlyMap<string, readonly CodedRecord[]>,
): readonly PartyRef[] {
  const own = sides.sidesOf([...record.subject, ...record.partner])
  if (own.length > 0) return own
  const around = (statements.get(record.document) ?? []).filter((one) =>
    areOnSameWords(one, record),
  )
  return sides.sidesOf(around.flatMap(partiesOfRecord))
}

function linksIn(figures: readonly SidedFigure[]): RecordLink[] {
  const sorted = [...figures].sort((a, b) => a.record.value - b.record.value)
  return sorted.flatMap((a, at) =>
    sorted
      .slice(at + 1, at + 1 + NEIGHBOURS)
      .filter((b) => a.record.document !== b.record.document && isSamePeriod(a, b) && agree(a, b))
      .map((b) => ({ a: a.record, b: b.record, strength: 1 })),
  )
}

/** Do two figures measure one period? Where one states none, only figures that are written finely are taken to. */
function isSamePeriod(a: SidedFigure, b: SidedFigure): boolean {
  const [first, second] = [a.record.time, b.record.time]
  if (first && second) return first.start === second.start && first.end === second.end
  return (!first && !second) || Math.min(a.digits, b.digits) >= 3
}

/** Is one value the other one rounded? "About", "more than" and the like do not matter. */
function agree(a: SidedFigure, b: SidedFigure): boolean {
  const [x, y] = [Math.abs(a.record.value), Math.abs(b.record.value)]
  if (Math.sign(a.record.value) !== Math.sign(b.record.value)) return false
  if (x === y) return true
  if (Math.abs(x - y) > LARGEST_ROUNDING * Math.max(x, y)) return false
  const digits = Math.min(a.digits, b.digits)
  return Number(x.toPrecision(digits)) === Number(y.toPrecision(digits))
}

/** Significant digits as written: without zeros at the end, at least two ("40" may be exact). */
function digitsOf(value: number): number {
  const plain = Math.abs(value).toExponential().replace(/e.*$/u, '').replace('.', '')
  return Math.max(2, plain.length)
}
