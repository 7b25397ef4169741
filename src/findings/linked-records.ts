import { parseIso, type CodedRecord, type FindingRecord } from '../core/index.js'
import type { FindingGround } from './ground.js'

/** Records joined by links into groups, so that one finding tells of all that belongs together. */

const YEAR_DAYS = 366

/** Two records that belong together, with how surely (0 to 1). */
export interface RecordLink {
  readonly a: CodedRecord
  readonly b: CodedRecord
  readonly strength: number
}

/** Records that links join, in the order of their links, with the surest link's strength. */
export interface LinkedRecords {
  readonly records: readonly CodedRecord[]
  readonly strength: number
}

/** The groups that links join (union–find), in the order of their first links. Time: near linear in the links. */
export function joinLinks(links: readonly RecordLink[]): readonly LinkedRecords[] {
  const above = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = above.get(root); next !== undefined && next !== root; next = above.get(root))
      root = next
    above.set(id, root)
    return root
  }
  for (const { a, b } of links) above.set(rootOf(a.id), rootOf(b.id))
  const groups = new Map<string, { records: Map<string, CodedRecord>; strength: number }>()
  for (const { a, b, strength } of links) {
    const root = rootOf(a.id)
    const group = groups.get(root) ?? { records: new Map<string, CodedRecord>(), strength: 0 }
    group.records.set(a.id, a).set(b.id, b)
    group.strength = Math.max(group.strength, strength)
    groups.set(root, group)
  }
  return [...groups.values()].map(({ records, strength }) => ({
    records: [...records.values()],
    strength,
  }))
}

/**
 * The day on which a thing was said or done (ISO): its own time where that lies within the year before its report, else
 * the report's day. A statement's own time may be that of what it speaks of ("since 1994"), and then does not count.
 * Null when the report's day is not known.
 */
export function saidOn(ground: FindingGround, record: CodedRecord): string | null {
  const published = ground.documents.get(record.document)?.published ?? null
  const day = published === null ? null : parseIso(published)
  if (published === null || day === null) return null
  const start = record.time && record.time.granularity !== 'year' ? record.time.start : null
  const own = start === null ? null : parseIso(start)
  return start !== null && own !== null && own <= day && own > day - YEAR_DAYS ? start : published
}

/** Days between what two records tell of; null when one of the days is not known. */
export function daysApart(ground: FindingGround, a: CodedRecord, b: CodedRecord): number | null {
  const [first, second] = [saidOn(ground, a), saidOn(ground, b)]
  if (first === null || second === null) return null
  return Math.abs((parseIso(first) ?? 0) - (parseIso(second) ?? 0))
}

/** Are two records known to lie within so many days of each other, or is it not known that they do not? */
export function mayBeWithin(
  ground: FindingGround,
  a: CodedRecord,
  b: CodedRecord,
  days: number,
): boolean {
  const apart = daysApart(ground, a, b)
  return apart === null || apart <= days
}

/** A strength of two decimals: how well records fit, lessened by how unsure they are themselves. */
export function strengthOf(fit: number, ...records: readonly CodedRecord[]): number {
  const sure = Math.sqrt(Math.min(...records.map(({ confidence }) => confidence)))
  return Math.round(100 * fit * sure) / 100
}

/** Findings each once: two that rest on the same records have one id, and the first stands. */
export function eachOnce(findings: readonly FindingRecord[]): readonly FindingRecord[] {
  const known = new Map<string, FindingRecord>()
  for (const finding of findings) if (!known.has(finding.id)) known.set(finding.id, finding)
  return [...known.values()]
}
