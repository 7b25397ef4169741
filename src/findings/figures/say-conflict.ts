import type { FindingGround } from '../ground.js'
import type { MeasuredFigure } from './figure-measures.js'
import {
  capitalised,
  sayCount,
  sayFigure,
  sayList,
  sayParty,
  sayPeriod,
  saySource,
} from '../say-figures.js'

/** The sentence of a conflict between figures. */

/** Why figures differ, as far as their records tell. */
export const FIGURE_SORTS = [
  'true-conflict',
  'period-unknown',
  'same-source',
  'different-definition',
] as const
export type FigureSort = (typeof FIGURE_SORTS)[number]

/**
 * The sentence of a conflict: what is measured, each value with who gives it, and what may explain the difference.
 * `upstream`: the source that all go back to, where they do. At least two figures.
 */
export function sayConflict(
  ground: FindingGround,
  figures: readonly MeasuredFigure[],
  upstream: string | null,
): string {
  const values = figures.map(({ record }) => `${sayFigure(record)} (${saySource(ground, record)})`)
  const period = sayPeriods(figures)
  const head = `${sayCount(figures.length)} figures for ${sayThing(figures)}${period.inHead}`
  const notes = [
    period.note,
    sayTogether(figures),
    sayVariants(figures),
    sayMirror(figures),
    upstream === null ? null : `${figures.length === 2 ? 'both' : 'all'} go back to ${upstream}`,
  ].flatMap((note) => note ?? [])
  return `${capitalised(head)}: ${[sayList(values), ...notes].join('; ')}.`
}

/** What the figures measure; neutral where they disagree on which side is which. */
function sayThing(figures: readonly MeasuredFigure[]): string {
  // What one side exports is named after it even where the other side counts it.
  const figure = figures.find(({ mirrored }) => !mirrored) ?? figures[0]
  if (!figure) return ''
  const { measure, subject, partner } = figure
  const turned = figures.some((other) => isTurned(other, figure))
  const phrase =
    (turned ? measure.either : partner === null ? measure.whole : null) ?? measure.phrase
  const named = phrase.replace('{subject}', sayParty(subject))
  return partner ? named.replace('{partner}', sayParty(partner)) : named
}

/** Do two figures name the same sides the other way round? */
export function isTurned(a: MeasuredFigure, b: MeasuredFigure): boolean {
  return a.measure.sides === 'share' && a.subject.id !== b.subject.id
}

function sayPeriods(figures: readonly MeasuredFigure[]): { inHead: string; note: string | null } {
  const stated = figures.flatMap(({ period }) => period ?? [])
  const first = stated[0]
  if (first === 'lasting') return { inHead: '', note: null }
  if (first === undefined)
    return {
      inHead: '',
      note: `${figures.length === 2 ? 'neither' : 'none'} says for which period`,
    }
  if (stated.length === figures.length) return { inHead: ` in ${sayPeriod(first)}`, note: null }
  const dated = figures
    .filter(({ period }) => period !== null)
    .map(({ record }) => sayFigure(record))
  const verb = dated.length === 1 ? 'is' : 'are'
  return {
    inHead: '',
    note: `only ${sayList(dated)} ${verb} said to be for ${sayPeriod(first)}`,
  }
}

function sayTogether(figures: readonly MeasuredFigure[]): string | null {
  const joint = figures.filter(({ together }) => together.length > 0)
  if (joint.length === 0 || joint.length === figures.length) return null
  const things = [
    ...new Set(joint.flatMap(({ record, together }) => [record.indicator, ...together])),
  ]
  const names = things.map((thing) => thing?.replaceAll('-', ' ') ?? '')
  return `${sayList(joint.map(({ record }) => sayFigure(record)))} is said of ${sayList(names)} at once`
}

function sayVariants(figures: readonly MeasuredFigure[]): string | null {
  if (new Set(figures.map(({ variants }) => variants.join())).size === 1) return null
  const said = figures
    .filter(({ variants }) => variants.length > 0)
    .map(({ record, variants }) => `${sayFigure(record)} is said of ${sayList(variants)}`)
  return said.join(', ')
}

function sayMirror(figures: readonly MeasuredFigure[]): string | null {
  const mirrored = figures.filter((figure) => figure.mirrored)
  if (mirrored.length === 0 || mirrored.length === figures.length) return null
  const values = mirrored.map(({ record }) => sayFigure(record))
  return `${sayList(values)} ${values.length === 1 ? 'is' : 'are'} given as imports by the other side`
}
