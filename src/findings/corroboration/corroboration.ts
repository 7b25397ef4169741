import { findingOf, type CodedRecord, type FindingRecord } from '../../core/index.js'
import { claimsIn } from '../claims/claims.js'
import { agreementFacts, eventFacts, matterFacts, type ToldFact } from './facts.js'
import { figureFacts } from './figure-facts.js'
import type { Finder, FindingGround, FindingSetting } from '../ground.js'
import { eachOnce, strengthOf } from '../linked-records.js'
import { mannerVerb } from '../claims/manners.js'
import { statesAndBodies, tellOf } from '../quoting.js'
import { relationFacts } from './relation-facts.js'
import { sayingFacts } from './same-sayings.js'
import { sidesIn } from '../sides.js'
import { measureFacts } from './standing-measures.js'
import { witnessesAmong } from './witnesses.js'

/**
 * Finds facts that sources tell which do not copy, quote or cite each other: the same relation, agreement, event, figure,
 * stand on a matter, measure in force, or the same words of two speakers. One finding a fact, with all its records, the independent ones
 * first. Time: near linear in the records.
 */
export const findCorroboration: Finder = (ground, setting) => {
  const { codebook } = setting
  const sides = sidesIn(ground)
  const facts = [
    ...relationFacts(ground, codebook),
    ...agreementFacts(ground, codebook, sides),
    ...eventFacts(ground, codebook, sides),
    ...figureFacts(ground, codebook, sides),
    ...matterFacts(claimsIn(ground, codebook)),
    ...measureFacts(ground, codebook),
    ...sayingFacts(ground, codebook, sides),
  ]
  const places = new Map(ground.records.map((record, place) => [record, place]))
  const inOrder = (a: CodedRecord, b: CodedRecord): number =>
    (places.get(a) ?? 0) - (places.get(b) ?? 0)
  const findings = facts.flatMap((fact) => {
    const records = [...new Set(fact.records)].sort(inOrder)
    return findingOn(ground, setting, { ...fact, records }) ?? []
  })
  return { value: eachOnce(findings), issues: [] }
}

function findingOn(
  ground: FindingGround,
  setting: FindingSetting,
  fact: ToldFact,
): FindingRecord | null {
  const witnesses = witnessesAmong(ground, fact.records)
  if (witnesses.length < 2) return null
  const taken = new Set(witnesses)
  const rest = fact.records.filter((record) => !taken.has(record))
  const records = [...witnesses, ...rest]
  return findingOf({
    finding: 'corroboration',
    records: records.map(({ id }) => id),
    parties: statesAndBodies(ground, fact.parties),
    why: whyOf(ground, setting, fact, witnesses, records),
    strength: strengthOf(fact.fit, ...witnesses),
  })
}

function whyOf(
  ground: FindingGround,
  { codebook }: FindingSetting,
  fact: ToldFact,
  witnesses: readonly CodedRecord[],
  records: readonly CodedRecord[],
): string {
  const told = witnesses
    .slice(0, 2)
    .map((record) => tellOf(ground, record, mannerVerb(record, codebook)))
  const more = records.length - told.length
  const others =
    more > 0 ? `; ${more} more ${more === 1 ? 'record does' : 'records do'} so, too` : ''
  return `${witnesses.length} sources that do not copy each other tell ${fact.what}: ${told.join('; ')}${others}.`
}
