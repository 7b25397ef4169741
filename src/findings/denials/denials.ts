import {
  partiesOfRecord,
  findingOf,
  type CodedRecord,
  type FindingRecord,
} from '../../core/index.js'
import { claimsIn } from '../claims/claims.js'
import { likeLinks, matterLinks, nearLinks, repeatLinks, type DenialScene } from './denial-links.js'
import { denialsIn, sayingsIn, type Denial } from './denying.js'
import type { Finder, FindingGround } from '../ground.js'
import { joinLinks } from '../linked-records.js'
import { mannerVerb } from '../claims/manners.js'
import { statesAndBodies, tellOf } from '../quoting.js'
import { sidesIn } from '../sides.js'

/**
 * Finds what is said against a side and that side's denials of it: all records of one dispute in one finding, the
 * denials first. Time: near linear in the records.
 */
export const findDenials: Finder = (ground, setting) => {
  const sides = sidesIn(ground)
  const claims = claimsIn(ground, setting.codebook)
  const denials = denialsIn(ground, setting.codebook, sides, claims)
  const sayings = sayingsIn(ground, denials)
  const scene: DenialScene = { ground, setting, sides, claims, denials, sayings }
  const links = [...matterLinks(scene), ...likeLinks(scene), ...nearLinks(scene)]
  const denying = new Map(denials.map((denial) => [denial.record.id, denial]))
  const findings = joinLinks([...links, ...repeatLinks(scene)]).flatMap(({ records, strength }) => {
    const own = records.flatMap((record) => denying.get(record.id) ?? [])
    const said = records.filter((record) => !denying.has(record.id))
    return own.length > 0 && said.length > 0 ? [findingOn(scene, own, said, strength)] : []
  })
  return { value: findings, issues: [] }
}

function findingOn(
  { ground, setting, sides }: DenialScene,
  denials: readonly Denial[],
  said: readonly CodedRecord[],
  strength: number,
): FindingRecord {
  const records = [...denials.map(({ record }) => record), ...said]
  const parties = [
    ...denials.map(({ side }) => side),
    ...sides.sidesOf(said.flatMap(partiesOfRecord)),
  ]
  return findingOf({
    finding: 'denial',
    records: records.map(({ id }) => id),
    parties: statesAndBodies(ground, parties),
    why: whyOf(ground, denials, said, (record) => mannerVerb(record, setting.codebook)),
    strength,
  })
}

function whyOf(
  ground: FindingGround,
  denials: readonly Denial[],
  said: readonly CodedRecord[],
  verbOf: (record: CodedRecord) => string,
): string {
  const [denial] = denials
  const [saying] = said
  if (!denial || !saying) return ''
  const rest = denials.length + said.length - 2
  const more = rest === 0 ? '' : `; ${rest} more ${rest === 1 ? 'record is' : 'records are'} of it`
  const tells = [saying, denial.record].map((record) => tellOf(ground, record, verbOf(record)))
  return `${tells.join('; ')}${more}.`
}
