import {
  findingOf,
  type FigureRecord,
  type FindingRecord,
  type PartyRef,
} from '../../core/index.js'
import { isCopied, isLevel, itemOf, statedPeriod } from './figure-measures.js'
import { recordsOf, type FindingGround, type FindingSetting } from '../ground.js'
import { groupedBy } from '../groups.js'
import { sayList, sayFigure, sayParty, sayPeriod, saySource, sayValue } from '../say-figures.js'
import { sidesIn } from '../sides.js'
import {
  isClosed,
  rangesMeet,
  sumOfRanges,
  valueRangeOf,
  type ValueRange,
} from './written-values.js'

/** Exports and imports against the trade turnover that is stated for them. */

const TURNOVER = 'trade-turnover'
const EXPORTS = 'exports'
const IMPORTS = 'imports'
const INDICATORS: ReadonlySet<string | null> = new Set([TURNOVER, EXPORTS, IMPORTS])

/** Parts stand within so many UTF-16 code units of the total that they are told of with: about a paragraph. */
const NEAR_LENGTH = 600
/** Of the parts near a total, so many of each kind are tried. */
const MOST_TRIED = 4
/** A sum further off than this is of another thing. */
const MOST_TIMES = 1.5

interface TradeFigure {
  readonly record: FigureRecord
  readonly range: ValueRange
  readonly period: string | null
  readonly sides: readonly PartyRef[]
  readonly start: number
}

interface TradeCheck {
  readonly total: TradeFigure
  readonly exported: TradeFigure
  readonly imported: TradeFigure
}

/** Parts first, as `why` speaks of them. */
const figuresOf = ({ exported, imported, total }: TradeCheck) => [exported, imported, total]

/**
 * A turnover with the exports and imports in the same currency: those told of near it in its report, or, where it has
 * none, those that another report gives for the same sides and the same stated period.
 *
 * Near each other, a side or period that one of the three does not name may be the one that another names, so only what
 * contradicts is left out: that the sum agrees within rounding is itself the ground for taking the three together. A sum
 * that does not agree is a finding only where sides and periods are alike in all three, or where the report has no other
 * figures of trade, and where it is less than half as much again off. Figures of one good are left out, and so are copies
 * of a report that is in the ledger. Time: near-linear in the figures.
 */
export function tradeSums(
  ground: FindingGround,
  setting: Pick<FindingSetting, 'codebook'>,
): readonly FindingRecord[] {
  const figures = tradeFigures(ground, setting)
  const within = [
    ...groupedBy(figures, ({ record }) => `${record.document} ${record.unit}`),
  ].flatMap(([, near]) => settled(checksNear(near)))
  const told = new Set(within.flatMap((check) => figuresOf(check).map(({ record }) => record.id)))
  const between = [...groupedBy(figures.filter(isDated), thingOf)].flatMap(([, same]) =>
    checkBetween(same.filter(({ record }) => !told.has(record.id))),
  )
  return [...within, ...between].map((check) => findingOfCheck(ground, check))
}

function tradeFigures(
  ground: FindingGround,
  { codebook }: Pick<FindingSetting, 'codebook'>,
): readonly TradeFigure[] {
  const { sidesOf } = sidesIn(ground)
  return recordsOf(ground, 'figure').flatMap((record) => {
    if (!INDICATORS.has(record.indicator) || !isLevel(record) || itemOf(record) !== null) return []
    if (codebook.units.get(record.unit)?.kind !== 'currency' || isCopied(ground, record)) return []
    return {
      record,
      range: valueRangeOf(record, codebook.scales),
      period: statedPeriod(record),
      sides: sidesOf([...record.subject, ...record.partner]),
      start: record.evidence[0]?.start ?? 0,
    }
  })
}

const ofIndicator = (figures: readonly TradeFigure[], indicator: string) =>
  figures.filter(({ record }) => record.indicator === indicator)

/** Checks among the figures of one report. */
function checksNear(near: readonly TradeFigure[]): readonly TradeCheck[] {
  const exported = ofIndicator(near, EXPORTS)
  const imported = ofIndicator(near, IMPORTS)
  const totals = ofIndicator(near, TURNOVER)
  const isOnly = totals.length + exported.length + imported.length === 3
  return totals.flatMap((total) => checkNear(total, exported, imported, isOnly) ?? [])
}

function checkNear(
  total: TradeFigure,
  exported: readonly TradeFigure[],
  imported: readonly TradeFigure[],
  isOnly: boolean,
): TradeCheck | null {
  const ins = nearest(total, imported)
  const checks = nearest(total, exported).flatMap((out) =>
    ins
      .filter((one) => !areOneFlow(out, one))
      .map((one): TradeCheck => ({ total, exported: out, imported: one })),
  )
  const agreeing = checks.find((check) => fitTogether(check) && agrees(check))
  if (agreeing) return agreeing
  const sure = checks.find((check) => areAlike(check) || (isOnly && fitTogether(check)))
  return sure && disagrees(sure) ? sure : null
}

function nearest(total: TradeFigure, parts: readonly TradeFigure[]): readonly TradeFigure[] {
  const far = (part: TradeFigure) => Math.abs(part.start - total.start)
  return parts
    .filter((part) => far(part) <= NEAR_LENGTH)
    .sort((a, b) => far(a) - far(b))
    .slice(0, MOST_TRIED)
}

/** Checks that agree, and of the others those of whose figures no agreeing one tells what they belong to. */
function settled(checks: readonly TradeCheck[]): readonly TradeCheck[] {
  const explained = new Set(checks.filter(agrees).flatMap(figuresOf))
  return checks.filter(
    (check) => agrees(check) || !figuresOf(check).some((one) => explained.has(one)),
  )
}

const isDated = ({ period, sides }: TradeFigure) => period !== null && sides.length === 2

const idsOf = ({ sides }: TradeFigure): readonly string[] => sides.map(({ id }) => id).sort()

const thingOf = (figure: TradeFigure): string =>
  JSON.stringify([figure.record.unit, figure.period, idsOf(figure)])

/** The exports and imports of one report against the turnover of another. */
function checkBetween(same: readonly TradeFigure[]): readonly TradeCheck[] {
  const totals = ofIndicator(same, TURNOVER)
  const imports = groupedBy(ofIndicator(same, IMPORTS), ({ record }) => record.document)
  for (const out of ofIndicator(same, EXPORTS))
    for (const one of imports.get(out.record.document) ?? []) {
      const total = totals.find(({ record }) => record.document !== out.record.document)
      if (!total || areOneFlow(out, one)) continue
      const check = { total, exported: out, imported: one }
      if (agrees(check) || disagrees(check)) return [check]
    }
  return []
}

/** What A sends to B and what B buys from A are one flow, and no parts of a sum. */
const areOneFlow = (exported: TradeFigure, imported: TradeFigure): boolean =>
  [exported, imported].every(({ sides }) => sides.length === 2) &&
  exported.sides[0]?.id !== imported.sides[0]?.id

const sumOf = ({ exported, imported }: TradeCheck): ValueRange =>
  sumOfRanges([exported.range, imported.range])

/** Does the sum fit the total? What is only bounded on one side ("more than") bears out nothing. */
function agrees(check: TradeCheck): boolean {
  return (
    figuresOf(check).every(({ range }) => isClosed(range)) &&
    rangesMeet(check.total.range, sumOf(check))
  )
}

/** Is the sum off, and near enough to be of the same thing? */
function disagrees(check: TradeCheck): boolean {
  const sum = check.exported.record.value + check.imported.record.value
  const stated = check.total.record.value
  const isClose = sum < stated * MOST_TIMES && stated < sum * MOST_TIMES
  return isClose && !rangesMeet(check.total.range, sumOf(check))
}

/** Nothing contradicts it: periods and sides are the same, or one does not say. */
function fitTogether(check: TradeCheck): boolean {
  const periods = new Set(figuresOf(check).flatMap(({ period }) => period ?? []))
  const most = new Set(figuresOf(check).flatMap(idsOf))
  return periods.size <= 1 && most.size <= 2
}

function areAlike(check: TradeCheck): boolean {
  const keys = new Set(
    figuresOf(check).map((figure) => JSON.stringify([figure.period, idsOf(figure)])),
  )
  return keys.size === 1 && check.total.sides.length > 0
}

function findingOfCheck(ground: FindingGround, check: TradeCheck): FindingRecord {
  const doesAgree = agrees(check)
  const confidence = Math.min(...figuresOf(check).map(({ record }) => record.confidence))
  return findingOf({
    finding: 'sum-check',
    sort: doesAgree ? 'agrees' : 'disagrees',
    records: figuresOf(check).map(({ record }) => record.id),
    parties: sidesOfCheck(check),
    why: sayCheck(ground, check, doesAgree),
    strength: Number((confidence * (areAlike(check) ? 1 : 0.85)).toFixed(3)),
  })
}

function sidesOfCheck(check: TradeCheck): PartyRef[] {
  const all = figuresOf(check).flatMap(({ sides }) => sides)
  return [...new Map(all.map((side) => [side.id, side])).values()]
}

function sayCheck(ground: FindingGround, check: TradeCheck, doesAgree: boolean): string {
  const { total, exported, imported } = check
  const sum = sayValue(exported.record.value + imported.record.value, total.record.unit)
  const parts = `Exports of ${sayFigure(exported.record)} and imports of ${sayFigure(imported.record)}`
  const stated = `the trade turnover of ${sayFigure(total.record)}`
  const verdict = doesAgree ? `which agrees with ${stated} within rounding` : `not ${stated}`
  const period = figuresOf(check)
    .map((figure) => figure.period)
    .find((one) => one !== null)
  const about = sidesOfCheck(check).map(sayParty)
  const where = [sayList(about), period ? sayPeriod(period) : ''].filter((words) => words !== '')
  const elsewhere = figuresOf(check).find(({ record }) => record.document !== total.record.document)
  const sources = [total, ...(elsewhere ? [elsewhere] : [])].map(({ record }) =>
    saySource(ground, record),
  )
  return `${parts} make ${sum}, ${verdict} (${[...where, ...sources].join('; ')}).`
}
