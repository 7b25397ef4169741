import { findingOf, type CodedRecord, type FindingRecord } from '../../core/index.js'
import type { Finder, FindingGround } from '../ground.js'
import { bestOf, listTold, type ToldHappening } from './happenings.js'
import { sayDays, sayReport, sayTold } from './say-happenings.js'
import { sayList } from '../say-figures.js'
import type { Telling } from './tellings.js'

/**
 * Below it a finding is more likely wrong than right by the records alone: two records that are each right half the time
 * are both right a quarter of the time.
 */
const LEAST_STRENGTH = 0.25

/** More reports than this are counted, not named. */
const MOST_NAMED = 4

/**
 * A `same-event` finding for each happening that two or more different documents tell of, wire copies not counted. It
 * cites the most confident record of each document. Its strength is the product of the two best of their confidences:
 * how likely it is that two of them are right.
 */
export const findSameEvents: Finder = (ground, setting) => {
  const findings = listTold(ground, setting).flatMap((told) => sameEvent(ground, told) ?? [])
  return { value: findings, issues: [] }
}

function sameEvent(ground: FindingGround, told: ToldHappening): FindingRecord | null {
  const { happening } = told
  if (happening.originals.length < 2 || happening.sides.length === 0) return null
  const cited = bestByOriginal(told)
  const [first = 0, second = 0] = cited.map((record) => record.confidence).sort((a, b) => b - a)
  const strength = first * second
  if (strength < LEAST_STRENGTH) return null
  const day = happening.days?.basis === 'stated' ? ` on ${sayDays(happening.days)}` : ''
  return findingOf({
    finding: 'same-event',
    records: cited.map((record) => record.id),
    parties: [...happening.sides],
    why: `${sayReports(ground, cited)} ${sayTold(happening)}${day}.`,
    strength,
  })
}

function bestByOriginal({ tellings, happening }: ToldHappening): readonly CodedRecord[] {
  const byOriginal = new Map<string, Telling[]>()
  for (const telling of tellings)
    byOriginal.set(telling.original, [...(byOriginal.get(telling.original) ?? []), telling])
  return happening.originals.flatMap(
    (original) => bestOf((byOriginal.get(original) ?? []).map(({ record }) => record)) ?? [],
  )
}

function sayReports(ground: FindingGround, records: readonly CodedRecord[]): string {
  const named = records.slice(0, MOST_NAMED).map((record) => sayReport(ground, record))
  const rest = records.length - named.length
  return sayList(rest > 0 ? [...named, `${rest} more`] : named)
}
