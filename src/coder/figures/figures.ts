import { issueOf, type Issue, type Outcome } from '../../core/issues.js'
import type { FigureRecord, RecordTime } from '../../core/records.js'
import { evidenceAt, spansOverlap, type Span } from '../../core/spans.js'
import type { Grounds } from '../confidence/confidence.js'
import { figureGrounds } from '../confidence/figure-grounds.js'
import { findTimes } from '../time/index.js'
import {
  belongTogether,
  changeOf,
  findMultiples,
  isChange,
  stepOf,
  type Change,
} from './changes.js'
import { datesOf } from './exclude.js'
import { cueFinder, type FoundCue, type IndicatorCues } from './cues.js'
import { cueOf, indicatorOfUnit, indicatorTold, sharedThings, shareOf } from './measured.js'
import { periodOf, periodsOf } from './periods.js'
import { moneyOfStates } from './national-money.js'
import { allQuantities } from './quantities.js'
import { isEmptyWord, withLentUnits } from './lent-units.js'
import { withSharesInWords } from './shares-in-words.js'
import type { Quantity, QuantityUnit } from './quantity.js'
import { isNamedBefore, isOccurrence, lasts } from './references.js'
import type { FigureScene, FigureSetting, Told } from './setting.js'
import { sidesOf, type Sides } from './sides.js'

/** A figure without what the pipeline adds: ids, attribution, factuality, confidence, versions. */
export type FigureDraft = Pick<
  FigureRecord,
  | 'indicator'
  | 'value'
  | 'unit'
  | 'comparator'
  | 'subject'
  | 'partner'
  | 'change'
  | 'time'
  | 'evidence'
  | 'reason'
> & { readonly grounds: Grounds }

const LONGEST_EVIDENCE = 50
/** The codebook's indicator of lengths of time. */
const DURATION = 'duration'

/** The ledger's name of a unit: the codebook's where it has one; counted nouns as written. */
function unitName(quantity: Quantity, setting: FigureSetting): string | null {
  const { unit } = quantity
  if (!unit) return null
  const coded =
    setting.units?.get(unit.text) ??
    setting.units?.get(unit.text.toLowerCase()) ??
    setting.units?.get(unit.unit)
  const plain =
    unit.kind === 'count'
      ? (unit.text.split(/\s+/).at(-1) ?? unit.text)
      : (coded?.unit ?? unit.unit)
  if (!unit.per || unit.kind === 'currency') return plain
  const rate = setting.units?.get(`${unit.text.toLowerCase()} per ${unit.per.unit}`)
  return rate?.unit ?? (isPace(unit) ? plain : `${plain} per ${unit.per.unit}`)
}

/** "$5m a year", "two flights a week": what is counted keeps its code or noun; how often stands in the words. */
const isPace = ({ per }: QuantityUnit): boolean =>
  /^(?:day|week|month|quarter|year)$/.test(per?.unit ?? '')

/** Evidence from the cue to the quantity where they stand near, else the words of each, the quantity's first. */
function evidenceOf(scene: FigureScene, spans: readonly Span[]) {
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  if (end - start <= LONGEST_EVIDENCE) return [evidenceAt(scene.text, { start, end })]
  return spans.map(({ start, end }) => evidenceAt(scene.text, { start, end }))
}

interface Level {
  readonly quantity: Quantity
  readonly value: number
  readonly comparator: FigureRecord['comparator']
  readonly change: Change | null
  /** The quantity that tells the change, where it is another one. */
  readonly changed: Quantity | null
}

/** The values that a quantity states: one; two bounds for a range; the last end for a move from one value to another. */
function levelsOf(quantity: Quantity, change: Change | null, changed: Quantity | null): Level[] {
  const { value, high, comparator } = quantity
  if (high === null) return [{ quantity, value, comparator, change, changed }]
  if (quantity.fromTo)
    return [{ quantity, value: high, comparator: '=', change: change ?? stepOf(quantity), changed }]
  const [low, top] = value <= high ? [value, high] : [high, value]
  return [
    { quantity, value: low, comparator: '>=', change, changed },
    { quantity, value: top, comparator: '<=', change, changed },
  ]
}

function draftOf(
  scene: FigureScene,
  level: Level,
  indicator: IndicatorCues | null,
  cue: FoundCue | null,
): FigureDraft | null {
  const { quantity } = level
  const unit = unitName(quantity, scene.setting)
  if (unit === null) return null
  const noun = quantity.unit?.kind === 'count' ? unit.split(' per ')[0]?.toLowerCase() : undefined
  const spans = [quantity, ...(cue ? [cue] : []), ...(level.changed ? [level.changed] : [])]
  const sides = sidesOfQuantity(scene, quantity, indicator)
  const figure = {
    indicator: indicator?.id ?? noun ?? (quantity.duration ? DURATION : null),
    value: level.value,
    unit,
    comparator: level.comparator,
    ...sides,
    change: level.change,
    time: timeOf(scene, quantity),
    evidence: evidenceOf(scene, spans),
    reason: cue ? ('figure-pattern' as const) : ('figure-parse' as const),
  }
  const number = scene.text.slice(quantity.number.start, quantity.number.end)
  const grounds = figureGrounds(quantity, figure, number, scene.quantities.length)
  return { ...figure, grounds }
}

/** "40 billion US dollars" speaks of no United States: a party inside the words of a sum is none of its sides. */
function sidesOfQuantity(
  scene: FigureScene,
  quantity: Quantity,
  indicator: IndicatorCues | null,
): Sides {
  const { text, sentence, setting, told } = scene
  const sums = scene.quantities.filter(({ unit }) => unit?.kind === 'currency')
  const sides = sidesOf({
    text,
    sentence,
    figure: quantity,
    indicator,
    mentions: setting
      .partyNear(sentence)
      .filter((mention) => !sums.some((one) => spansOverlap(one, mention))),
    doer: setting.doerOf?.(quantity.number) ?? null,
    last: told.sides,
  })
  if (sides.subject.length > 0) told.sides = sides
  return sides
}

const timeOf = (scene: FigureScene, quantity: Quantity): RecordTime | null =>
  periodOf(scene.text, quantity, scene.periods)

function levelDrafts(
  scene: FigureScene,
  quantity: Quantity,
  change: Quantity | null,
): FigureDraft[] {
  const words = scene.text.slice(scene.sentence.start, scene.sentence.end)
  const told = change ? changeOf(words, change, scene.sentence.start) : null
  const alone = isChange(scene.text, quantity)
    ? changeOf(words, quantity, scene.sentence.start)
    : null
  const cue = cueOf(scene, quantity, alone !== null)
  if (quantity.unit?.kind === 'multiple' && !cue && !isOccurrence(scene.text, quantity)) return []
  const indicators = indicatorsOf(scene, quantity, cue, alone !== null)
  return levelsOf(quantity, told ?? alone, change).flatMap((level) =>
    indicators.flatMap((indicator) => draftOf(scene, level, indicator, cue) ?? []),
  )
}

/** What a quantity measures: the things it is a share of, else its cue's indicator, else what its unit or the last figure tells. */
function indicatorsOf(
  scene: FigureScene,
  quantity: Quantity,
  cue: FoundCue | null,
  isAlone: boolean,
): (IndicatorCues | null)[] {
  const things = isAlone ? [] : sharedThings(scene, quantity)
  const { indicators } = scene.setting
  const isShare = quantity.unit?.unit === '%' && !isAlone
  const cued = cue && isShare ? shareOf(cue.indicator, indicators) : cue?.indicator
  const told = indicatorTold(scene, quantity) ?? indicatorOfUnit(quantity, indicators)
  const found = things.length ? things : [cued ?? told]
  if (found[0] && quantity.unit) scene.told.indicators.set(quantity.unit.unit, found[0])
  return found
}

/** Figures are made of all quantities but ages, vague numbers, what was named before, and times told by how far off they are. */
function isFigure(scene: FigureScene, quantity: Quantity): boolean {
  if (quantity.age || quantity.vague) return false
  if (isNamedBefore(scene.text, quantity)) return false
  if (quantity.duration) return lasts(scene.text, quantity)
  if (quantity.unit?.kind === 'multiple')
    return quantity.direction !== null || isOccurrence(scene.text, quantity)
  return !/^one$/i.test(scene.text.slice(quantity.number.start, quantity.number.end))
}

function sceneFigures(scene: FigureScene, issues: Issue[]): FigureDraft[] {
  const usable = scene.quantities.filter((quantity) => isFigure(scene, quantity))
  const changes = usable.filter((quantity) => isChange(scene.text, quantity))
  const owners = new Map<Quantity, Quantity>()
  for (const change of changes) {
    const level = usable.find(
      (one) => !changes.includes(one) && belongTogether(scene.text, change, one),
    )
    if (level) owners.set(level, change)
  }
  const taken = new Set(owners.values())
  return usable.flatMap((quantity) => {
    if (taken.has(quantity)) return []
    if (quantity.unit === null) {
      issues.push(incomplete(scene, quantity))
      return []
    }
    return levelDrafts(scene, quantity, owners.get(quantity) ?? null)
  })
}

function incomplete(scene: FigureScene, quantity: Quantity): Issue {
  const words = scene.text.slice(quantity.start, quantity.end)
  return issueOf(
    'figure-incomplete',
    'note',
    words,
    `“${words}” has no unit and nothing counted; it was left out`,
  )
}

/**
 * The figures of a text: numbers joined with unit, indicator, subject, partner, period, comparator and change.
 * Gives drafts in text order; a bare number is left out with an issue `figure-incomplete`. Pure; offsets of the
 * evidence are into the text.
 */
export function toFigures(text: string, setting: FigureSetting): Outcome<FigureDraft[]> {
  const findCues = cueFinder(setting.indicators)
  const times = setting.times ?? findTimes(text)
  const { sentences, partyNear, currenciesOf = () => [] } = setting
  const moneyOf = moneyOfStates(text, sentences, partyNear, currenciesOf)
  const found = [
    ...allQuantities(text, setting.tokens, times, moneyOf),
    ...findMultiples(text),
  ].sort((a, b) => a.start - b.start)
  const shared = withSharesInWords(text, found, datesOf(times))
  const all = withLentUnits(text, shared).filter((quantity) => !isEmptyWord(text, quantity))
  const issues: Issue[] = []
  let told: Told = { indicators: new Map(), sides: null }
  const value = sentences.flatMap((sentence) => {
    const quantities = all.filter((one) => one.start >= sentence.start && one.end <= sentence.end)
    if (quantities.length === 0) {
      told = { indicators: new Map(), sides: null }
      return []
    }
    const cues = findCues(text, sentence.start, sentence.end)
    const periods = periodsOf(text, sentence, times, setting.time)
    return sceneFigures({ text, sentence, quantities, cues, periods, setting, told }, issues)
  })
  return { value, issues }
}
