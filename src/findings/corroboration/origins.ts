import type { CodedRecord } from '../../core/index.js'
import type { FindingGround } from '../ground.js'

/** Whether two records come from sources that do not copy each other. */

/**
 * Names of the sources that a record goes back to, in lower case: the wire copy that its document repeats, the sources
 * that its document cites, its publisher, or, for a claim, the speaker. Two records that share one are no two witnesses.
 */
export function originsOf(ground: FindingGround, record: CodedRecord): ReadonlySet<string> {
  const document = ground.documents.get(record.document)
  const origins = new Set<string>([document?.duplicateOf ?? record.document])
  const named = [
    ...(document?.citedSources ?? []),
    ...(record.attribution?.chain ?? []),
    ...(document?.publisher ? [document.publisher] : []),
  ]
  for (const name of named) origins.add(name.toLowerCase().trim())
  if (record.attribution) origins.add(record.attribution.speaker.id)
  if (record.kind === 'statement') origins.add(record.speaker.id)
  return origins
}

/** Do two records come from sources of which neither copies, cites or quotes the other's? */
export function areIndependent(ground: FindingGround, a: CodedRecord, b: CodedRecord): boolean {
  const origins = originsOf(ground, b)
  return [...originsOf(ground, a)].every((origin) => !origins.has(origin))
}
