import type { AgreementRecord } from '../../core/index.js'
import { agentOf, clauseRoot, isNegated } from '../clauses.js'
import {
  ancestors,
  dependents,
  lemmaAt,
  relationOf,
  spanOf,
  subtreeRange,
  tagOf,
} from '../parse.js'
import type { Scene } from '../scene.js'
import type { AgreementMention } from './find.js'
import type { AgreementWords } from './forms.js'
import { verbStatusAt } from './forms.js'
import { statusByUse } from './status-by-use.js'
import { verbBefore } from './tells.js'
import type { ToldStatus } from './verb-status.js'
import { isAhead, isVerb, told, turned } from './verb-status.js'
import { WORDS } from './words.js'

type Status = AgreementRecord['status']

/**
 * How far an agreement has come, as what is said of it tells ("the treaty that they signed"), else its own clause: a
 * set phrase behind it ("in force"), the noun it hangs on ("the signing of"), the verb it is the object of
 * ("ratified"), a word before it ("the signed treaty"); else the way it is used. What "will be signed" is only
 * proposed; what is only threatened with an end is in force. Null when nothing says so.
 */
export function statusOf(
  scene: Scene,
  words: AgreementWords,
  mention: AgreementMention,
): ToldStatus {
  const { head } = mention
  const relative = statusInRelative(scene, words, mention)
  const governed =
    statusByNounBefore(scene, words, mention) ?? statusOfGovernors(scene, words, head)
  const status =
    (isBeyondSigning(governed) ? governed : null) ??
    relative ??
    statusByDraft(scene, head) ??
    governed ??
    statusBefore(scene, words, head) ??
    statusByVerbBefore(scene, words, head) ??
    phraseAround(scene, words, head)
  if (status && status.status !== null) return settled(scene, head, status)
  return { status: statusByUse(scene, mention), isTold: false }
}

/** "the deal, to be signed in May": what is known as "the" text is being worked on, not only proposed. */
function settled(scene: Scene, head: number, status: ToldStatus): ToldStatus {
  if (status.status !== 'proposed' || !status.isAhead) return status
  const isKnown = dependents(scene.parse, head, 'det').some((at) =>
    /^(the|this|that)$/.test(scene.parse.words[at] ?? ''),
  )
  return isKnown ? told('negotiating') : status
}

function statusInRelative(
  scene: Scene,
  words: AgreementWords,
  mention: AgreementMention,
): ToldStatus | null {
  const { parse } = scene
  const clauses = [...dependents(parse, mention.head, 'acl'), ...strayRelative(scene, mention)]
  for (const at of clauses.filter((one) => isVerb(scene, one))) {
    const phrase = phraseStatus(scene, words, at)
    if (phrase) return told(phrase)
    const status = verbStatusAt(parse, words, at)
    if (status) return turned(scene, at, status)
  }
  return null
}

/** "the Declaration that they signed": the clause straight behind, wherever the parse hung it. */
function strayRelative(scene: Scene, mention: AgreementMention): number[] {
  const { parse } = scene
  const { last } = mention.name
  const next = parse.words[last] === ',' ? last + 1 : last
  if (/^VB[ND]$/.test(tagOf(parse, next)) && WORDS.sealingVerbs.has(lemmaAt(parse, next)))
    return [next]
  if (!/^(that|which)$/.test(parse.words[last] ?? '')) return []
  const head = parse.heads[last] ?? -1
  return head > last && head < last + 6 ? [head] : []
}

/** "the ratification of the treaty, signed in May" tells more than its signing. */
function isBeyondSigning(found: ToldStatus | null): boolean {
  return found?.status === 'ratified' || (found?.status === 'ended' && found.isTold)
}

/** "the draft treaty" is still being worked on. */
function statusByDraft(scene: Scene, head: number): ToldStatus | null {
  const before = dependents(scene.parse, head, 'amod', 'compound').map((at) =>
    lemmaAt(scene.parse, at),
  )
  return before.some((word) => WORDS.draftWords.has(word)) ? told('negotiating') : null
}

function statusBefore(scene: Scene, words: AgreementWords, head: number): ToldStatus | null {
  for (const at of dependents(scene.parse, head, 'amod')) {
    const status = words.statusVerbs.get(lemmaAt(scene.parse, at))?.find((one) => !one.rest.length)
    if (status && /^VBN|^JJ/.test(tagOf(scene.parse, at))) return told(status.status)
  }
  return null
}

/** "the signing of a treaty", "talks on a treaty", by the words alone: the parse may have hung it on the verb. */
function statusByNounBefore(
  scene: Scene,
  words: AgreementWords,
  mention: AgreementMention,
): ToldStatus | null {
  const { parse } = scene
  const { first } = mention.name
  const mark = /^(a|an|the|its|their)$/.test(parse.words[first - 1] ?? '') ? first - 2 : first - 1
  const isMarked = /^(of|on|over|about|for)$/.test(parse.words[mark] ?? '')
  return isMarked && /^NN/.test(tagOf(parse, mark - 1))
    ? statusOfNoun(scene, words, mark - 1)
    : null
}

/** "agreed to a ceasefire", by the words alone, for where the parse went astray. */
function statusByVerbBefore(scene: Scene, words: AgreementWords, head: number): ToldStatus | null {
  const verb = verbBefore(scene, head)
  const status = words.statusVerbs.get(verb)?.find((one) => one.rest.length === 0)?.status
  return status && WORDS.sealingVerbs.has(verb) ? told(status) : null
}

function statusOfGovernors(scene: Scene, words: AgreementWords, head: number): ToldStatus | null {
  for (const at of governorsOf(scene, head)) {
    const found = isVerb(scene, at)
      ? statusOfVerb(scene, words, at, head)
      : statusOfNoun(scene, words, at)
    if (found) return found
  }
  return null
}

function statusOfVerb(
  scene: Scene,
  words: AgreementWords,
  verb: number,
  head: number,
): ToldStatus | null {
  const phrase = phraseStatus(scene, words, verb)
  if (phrase) return phrase === 'in-force' ? turned(scene, verb, phrase) : told(phrase)
  const lemma = lemmaAt(scene.parse, verb)
  if (WORDS.approvingVerbs.has(lemma) && isParliament(scene, verb))
    return turned(scene, verb, 'ratified')
  const status = isReached(scene, verb, head) ? verbStatusAt(scene.parse, words, verb) : null
  if (!status) return null
  const isPut = !/^(implement|apply)$/.test(lemma) || !isNegated(scene.parse, verb)
  return WORDS.keepingVerbs.has(lemma) && isPut ? told('in-force') : turned(scene, verb, status)
}

/** Does the verb tell of the agreement: it is no doer ("the treaty ended the war") and stands in no side phrase? */
function isReached(scene: Scene, verb: number, head: number): boolean {
  const child = ancestors(scene.parse, head).find((at) => scene.parse.heads[at] === verb) ?? head
  const relation = scene.parse.tokens[child]?.relation ?? ''
  if (relation === 'nsubj') return dependents(scene.parse, verb, 'obj').length === 0
  if (!relation.startsWith('obl')) return true
  return dependents(scene.parse, child, 'case').every((at) => !isGround(scene, at))
}

function isGround(scene: Scene, mark: number): boolean {
  return /^(under|by|in|at|after|since|before|during|through|via|within|despite)$/.test(
    lemmaAt(scene.parse, mark),
  )
}

function statusOfNoun(scene: Scene, words: AgreementWords, noun: number): ToldStatus | null {
  const lemma = lemmaAt(scene.parse, noun)
  if (WORDS.talkNouns.has(lemma)) return told('negotiating')
  const status = words.statusNouns.get(lemma)
  if (!status) return null
  const verb = scene.parse.heads[noun] ?? -1
  const above = verb < 0 ? '' : lemmaAt(scene.parse, verb)
  if (status === 'signed' && WORDS.delayingVerbs.has(above)) return told('negotiating')
  if (status === 'ratified' && /^(await|need|require|delay|pend|block)$/.test(above))
    return told('signed')
  return verb >= 0 && isVerb(scene, verb) && relationOf(scene.parse, noun) === 'obj'
    ? aheadOnly(scene, verb, status)
    : told(status)
}

function aheadOnly(scene: Scene, verb: number, status: Status): ToldStatus {
  return isAhead(scene, verb) ? turned(scene, verb, status) : told(status)
}

function isParliament(scene: Scene, verb: number): boolean {
  const agent = agentOf(scene.parse, verb)
  return agent !== null && WORDS.parliaments.has(lemmaAt(scene.parse, agent))
}

/** The words that an agreement hangs on, up to the verb of its clause: "the signing of", "agreed to ratify". */
function governorsOf(scene: Scene, head: number): number[] {
  const line: number[] = []
  let here = head
  for (const at of ancestors(scene.parse, head).slice(1, 5)) {
    const relation = relationOf(scene.parse, here)
    if (!['obj', 'nsubj', 'nmod', 'conj', 'compound', 'xcomp', 'obl'].includes(relation)) break
    if (relation !== 'conj') line.push(at)
    here = at
    if (isVerb(scene, at) && relationOf(scene.parse, at) !== 'xcomp') break
  }
  return line
}

const STRONG = /\b(force|effect|negotiat\w+|null|defunct|expired|abeyance|ratification|hold)\b/

function phraseStatus(scene: Scene, words: AgreementWords, verb: number): Status {
  const span = spanOf(scene.parse, subtreeRange(scene.parse, verb))
  const text = scene.document.text.slice(span.start, span.end).toLowerCase()
  const padded = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const strong = words.statusPhrases.find(
    ([phrase]) => STRONG.test(phrase) && padded.includes(` ${phrase} `),
  )
  return strong?.[1] ?? null
}

/** A set phrase just before the agreement ("under the terms of") or just after it ("in force"). */
function phraseAround(scene: Scene, words: AgreementWords, head: number): ToldStatus | null {
  const { parse, document } = scene
  const clause = spanOf(parse, subtreeRange(parse, clauseRoot(parse, head)))
  const token = parse.tokens[head]
  if (!token) return null
  const from = Math.max(clause.start, token.start - 60)
  const near = document.text.slice(from, Math.min(clause.end, token.end + 40)).toLowerCase()
  const status = words.statusPhrases.find(([phrase]) => near.includes(phrase))?.[1] ?? null
  return status && { status, isTold: status !== 'in-force' }
}
