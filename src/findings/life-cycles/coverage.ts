import { partiesOfRecord, parseIso } from '../../core/index.js'
import type { FindingGround } from '../ground.js'
import { sidesIn } from '../sides.js'
import { originalsIn, type DaySpan } from '../happenings/tellings.js'

/** Which reports could have told of something: without them its absence means nothing. */

/** Counts the documents of some days that name at least one of some sides; wire copies count once. */
export type Coverage = (days: DaySpan, sides: ReadonlySet<string>) => number

/** The coverage of a ground. Made once: reads every record; a question then reads only the documents of its days. */
export function coverageOf(ground: FindingGround): Coverage {
  const sides = sidesIn(ground)
  const originalOf = originalsIn(ground)
  const named = new Map<string, Set<string>>()
  for (const record of ground.records) {
    const original = originalOf(record.document)
    const there = named.get(original) ?? new Set()
    named.set(original, there)
    for (const ref of partiesOfRecord(record)) {
      const side = sides.sideOf(ref)
      if (side) there.add(side.id)
    }
  }
  const byDay = new Map<number, ReadonlySet<string>[]>()
  for (const [original, there] of named) {
    const published = ground.documents.get(original)?.published ?? null
    const day = published === null ? null : parseIso(published)
    if (day === null) continue
    const ofDay = byDay.get(day)
    if (ofDay) ofDay.push(there)
    else byDay.set(day, [there])
  }
  return ({ from, to }, wanted) => {
    let count = 0
    for (let day = from; day <= to; day++)
      for (const there of byDay.get(day) ?? [])
        if ([...wanted].some((side) => there.has(side))) count++
    return count
  }
}
