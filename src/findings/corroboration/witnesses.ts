import type { CodedRecord } from '../../core/index.js'
import type { FindingGround } from '../ground.js'
import { originsOf } from './origins.js'

/**
 * The records that come from sources of their own: none is a copy, quotation or citation of another. Greedy: those with
 * the fewest sources first, each that shares none with those taken. Given back in the order of `records`. Time: linear in
 * their sources.
 */
export function witnessesAmong(
  ground: FindingGround,
  records: readonly CodedRecord[],
): readonly CodedRecord[] {
  const known = new Set<string>()
  const taken = new Set<CodedRecord>()
  const withOrigins = records.map((record) => ({ record, origins: originsOf(ground, record) }))
  for (const { record, origins } of withOrigins.sort((a, b) => a.origins.size - b.origins.size)) {
    if ([...origins].some((origin) => known.has(origin))) continue
    for (const origin of origins) known.add(origin)
    taken.add(record)
  }
  return records.filter((record) => taken.has(record))
}
