import type { FindingPage, FindingView, RecordView } from '../../../src/api/types.js'
import type { PictureTable } from '../pictures/table.js'
import { namesParty } from '../words/parties.js'
import { plain, timeWords, unitWords, valueWords } from '../words/phrases.js'
import { groupedBy } from './groups.js'

/** Figures between two parties, by what they measure. */

export type Figure = Extract<RecordView, { kind: 'figure' }>
export type DatedFigure = Figure & { readonly time: NonNullable<Figure['time']> }

export interface Measure {
  /** "trade turnover, USD" */
  readonly name: string
  readonly figures: readonly Figure[]
}

/** The figures among some records that say what they measure, most figures of one measure first. */
export function measuresOf(records: readonly RecordView[]): readonly Measure[] {
  const figures = records.filter(
    (record): record is Figure => record.kind === 'figure' && record.indicator !== null,
  )
  const byName = groupedBy(
    figures,
    ({ indicator, unit }) => `${plain(indicator ?? '')}, ${unitWords(unit)}`,
  )
  return [...byName]
    .map(([name, ofOne]) => ({ name, figures: ofOne }))
    .sort((a, b) => b.figures.length - a.figures.length || a.name.localeCompare(b.name))
}

/**
 * The records that name the partner too, and those that conflicts about both set against each other: one of a pair may
 * leave a side unsaid.
 */
export function recordsBetween(
  records: readonly RecordView[],
  conflicts: Pick<FindingPage, 'items' | 'records'>,
  partner: string,
): readonly RecordView[] {
  const aboutBoth = conflicts.items.filter(({ parties }) =>
    parties.some(({ id }) => id === partner),
  )
  const cited = new Set(aboutBoth.flatMap((finding) => finding.records))
  const between = [
    ...records.filter((record) => namesParty(record, partner)),
    ...conflicts.records.filter(({ id }) => cited.has(id)),
  ]
  return [...new Map(between.map((record) => [record.id, record])).values()]
}

/** Ids of the records that conflicts cite: what they say is in dispute. */
export function disputedIn(findings: readonly FindingView[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ records }) => records))
}

/** "5.4 billion USD in 2022; disputed". */
export function figureWords(figure: Figure, isDisputed: boolean): string {
  const time = figure.time ? `, ${timeWords(figure.time)}` : ''
  const parties = [...figure.subject, ...figure.partner].map(({ name }) => name).join(', ')
  return `${valueWords(figure)}${time}; ${parties}${isDisputed ? '; in dispute' : ''}`
}

/** Figures as rows, by measure. */
export function figureTable(
  measures: readonly Measure[],
  disputed: ReadonlySet<string>,
): PictureTable {
  return {
    columns: [
      'measure',
      'value',
      'unit',
      'sign',
      'first day',
      'last day',
      'subject',
      'partner',
      'standing',
      'in dispute',
      'confidence',
      'record',
    ],
    rows: measures.flatMap(({ name, figures }) =>
      figures.map((figure) => [
        name,
        figure.value,
        figure.unit,
        figure.comparator,
        figure.time?.start ?? null,
        figure.time?.end ?? null,
        figure.subject.map((party) => party.name).join('; '),
        figure.partner.map((party) => party.name).join('; '),
        figure.factuality,
        disputed.has(figure.id) ? 'yes' : 'no',
        figure.confidence,
        figure.id,
      ]),
    ),
  }
}
