import type { Span } from '../../core/index.js'
import { isPredicate } from '../clauses.js'
import type { Parse } from '../parse.js'
import { relationOf, spanOf, subtreeRange, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'

/** The words an event rests on: its clause with its parties, without what hangs loosely on it. */

/** Clauses under a predicate that tell of something else. */
const LOOSE = new Set(['advcl', 'parataxis', 'discourse', 'dislocated', 'list', 'vocative'])
/** No evidence longer than this, in tokens: then only the predicate, its parties and what is between. */
const LONGEST_CLAUSE = 45

/**
 * The stretch from the first to the last of the predicate's words, their phrases and the mentions that name its
 * parties, all in one sentence. Subjects that stand in another clause ("X met Y and praised Z") are left out.
 */
export function evidenceOf(
  scene: Scene,
  group: readonly number[],
  partyTokens: readonly number[],
): Span {
  const { parse } = scene
  const own = group.flatMap((at) => tightTokens(parse, at))
  const sentence = parse.tokens[group[0] ?? 0]?.sentence
  const near = partyTokens.filter(
    (at) => parse.tokens[at]?.sentence === sentence && isNear(parse, group, at),
  )
  const parties = near.flatMap((at) => mentionTokens(scene, at))
  const all = own.length <= LONGEST_CLAUSE ? [...own, ...parties] : [...group, ...parties]
  return trimmed(parse, Math.min(...all), Math.max(...all) + 1)
}

/** A party belongs to the evidence when no other verb with "and" parts it from the predicate. */
function isNear(parse: Parse, group: readonly number[], at: number): boolean {
  let here = group[0] ?? at
  for (let step = 0; step < 8; step++) {
    const range = subtreeRange(parse, here)
    if (at >= range.first && at < range.last) return true
    const relation = relationOf(parse, here)
    if (relation === 'conj' && isPredicate(parse, here)) return false
    if (relation === 'parataxis' || relation === 'advcl') return false
    here = parse.heads[here] ?? -1
    if (here < 0) return false
  }
  return false
}

function mentionTokens(scene: Scene, at: number): number[] {
  const mention = scene.mentions[scene.mentionNumbers[at] ?? -1]
  if (!mention) return [at]
  return [mention.first, mention.last - 1]
}

/** The token and its phrases, without loose clauses, relative clauses and coordinated verbs. */
function tightTokens(parse: Parse, at: number): number[] {
  const found: number[] = []
  const open = [at]
  while (open.length > 0) {
    const here = open.pop() as number
    found.push(here)
    for (const child of parse.children[here] ?? []) if (belongs(parse, child)) open.push(child)
  }
  return found
}

function belongs(parse: Parse, child: number): boolean {
  const relation = relationOf(parse, child)
  const full = parse.tokens[child]?.relation ?? ''
  if (full === 'acl:relcl' || LOOSE.has(relation)) return false
  if (relation === 'punct' || relation === 'cc') return false
  if (relation === 'conj')
    return !tagOf(parse, child).startsWith('VB') || !isPredicate(parse, child)
  return true
}

function trimmed(parse: Parse, first: number, last: number): Span {
  const isEdge = (at: number): boolean => /^[,;:.()–—-]$/.test(parse.tokens[at]?.text ?? '')
  const isOpening = (at: number): boolean =>
    /^(case|mark|cc)$/.test(relationOf(parse, at)) && /^(IN|TO|CC|WRB)$/.test(tagOf(parse, at))
  let [from, to] = [first, last]
  while (from < to - 1 && (isEdge(from) || isOpening(from))) from++
  while (to > from + 1 && isEdge(to - 1)) to--
  return spanOf(parse, { first: from, last: to })
}
