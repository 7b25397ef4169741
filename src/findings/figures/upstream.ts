import { parseIso, type FigureRecord } from '../../core/index.js'
import type { FindingGround } from '../ground.js'

/** Reports that tell of one occasion appear within these many days of each other. */
const ONE_OCCASION_DAYS = 7

/**
 * The one source that two figures of different reports go back to, in words for a sentence; null when none is known.
 * It is the text that both are copies of, a source that both cite or that one cites and the other is, or the speaker
 * whom both quote. What is cited or quoted must be of one occasion: unless `samePeriod` (both state the same period),
 * the reports must have appeared within a week of each other, for a speaker or an agency says many things in a year.
 * A publisher that both share is no source upstream of either.
 */
export function upstreamOf(
  ground: FindingGround,
  a: FigureRecord,
  b: FigureRecord,
  samePeriod: boolean,
): string | null {
  if (a.document === b.document) return null
  const [first, second] = [a, b].map((record) => rootOf(ground, record.document))
  if (first === second) return 'the same text'
  if (!samePeriod && !areNear(ground, a, b)) return null
  const speaker = a.attribution?.speaker
  if (speaker && speaker.id === b.attribution?.speaker.id)
    return ground.parties.get(speaker.id)?.name ?? speaker.name
  const [cited, other] = [citedBy(ground, a), citedBy(ground, b)]
  const shared = [...cited.keys()].find((key) => other.has(key))
  if (shared !== undefined) return cited.get(shared) ?? null
  const published = publisherOf(ground, b)
  const own = publisherOf(ground, a)
  return cited.get(keyOf(published)) ?? other.get(keyOf(own)) ?? null
}

const keyOf = (name: string | null): string => (name ?? '').toLowerCase().trim()

const rootOf = (ground: FindingGround, id: string): string =>
  ground.documents.get(id)?.duplicateOf ?? id

const publisherOf = (ground: FindingGround, record: FigureRecord): string | null =>
  ground.documents.get(record.document)?.publisher ?? null

function citedBy(ground: FindingGround, record: FigureRecord): ReadonlyMap<string, string> {
  const cited = ground.documents.get(record.document)?.citedSources ?? []
  const own = keyOf(publisherOf(ground, record))
  const names = [...(record.attribution?.chain ?? []), ...cited].filter(
    (name) => keyOf(name) !== own,
  )
  return new Map(names.map((name) => [keyOf(name), name.trim()]))
}

function areNear(ground: FindingGround, a: FigureRecord, b: FigureRecord): boolean {
  const days = daysBetween(publishedOf(ground, a), publishedOf(ground, b))
  return days !== null && days <= ONE_OCCASION_DAYS
}

/** ISO date on which the report of a figure was published, or null. */
export function publishedOf(ground: FindingGround, record: FigureRecord): string | null {
  return ground.documents.get(record.document)?.published ?? null
}

/** Whole days between two ISO dates, never negative; null when one is unknown. */
export function daysBetween(a: string | null, b: string | null): number | null {
  const from = a === null ? null : parseIso(a)
  const to = b === null ? null : parseIso(b)
  return from === null || to === null ? null : Math.abs(from - to)
}
