import { isNegated } from '../clauses.js'
import type { Parse } from '../parse.js'
import { dependents, lemmaAt, relationOf, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'
import type { EventCandidate } from './candidates.js'
import development from './development.json' with { type: 'json' }
import type { Factuality, FactualityHints } from './factuality-hints.js'
import { factualityHintsOf } from './factuality-hints.js'
import weights from './factuality-weights.json' with { type: 'json' }
import { WORDS } from './words.js'

/** What a rule says of how real a happening is, and how far it can be trusted (a key of the weights). */
interface Verdict {
  readonly factuality: Factuality
  readonly ground: keyof typeof weights.rules
}

const ORDER: readonly Factuality[] = ['actual', 'ongoing', 'planned', 'possible', 'denied']

/**
 * How real a happening is. Rules over negation, the verbs above it, modals, adjectives and tense vote with a weight
 * that depends on the rule; the reader's factuality scores are added; the highest sum wins.
 */
export function factualityOf(scene: Scene, candidate: EventCandidate): Factuality {
  const verdict = verdictOf(scene, candidate)
  const sums = ORDER.map((factuality) => {
    const rule = factuality === verdict.factuality ? weights.rules[verdict.ground] : 0
    return rule + (candidate.model?.factuality[factuality] ?? 0) * weights.model
  })
  return ORDER[sums.indexOf(Math.max(...sums))] ?? 'actual'
}

function verdictOf(scene: Scene, candidate: EventCandidate): Verdict {
  const { parse } = scene
  const hints = factualityHintsOf(scene.codebook)
  if (candidate.group.some((at) => isNegatedHere(parse, at)))
    return { factuality: 'denied', ground: 'negation' }
  return (
    besideIt(parse, hints, candidate) ??
    governed(parse, hints, candidate) ??
    conditional(parse, candidate) ??
    byTense(parse, candidate)
  )
}

function isNegatedHere(parse: Parse, at: number): boolean {
  return (
    isNegated(parse, at) ||
    dependents(parse, at, 'case', 'mark').some((mark) => lemmaAt(parse, mark) === 'without')
  )
}

/** Modals, adverbs and adjectives on the predicate's own words; the cue's own say. */
function besideIt(parse: Parse, hints: FactualityHints, candidate: EventCandidate): Verdict | null {
  for (const at of candidate.group) {
    const carried = at === candidate.token ? undefined : hints.governors.get(lemmaAt(parse, at))
    if (carried && tagOf(parse, at).startsWith('VB'))
      return { factuality: carried, ground: 'governor' }
    for (const aux of dependents(parse, at, 'aux')) {
      const word = lemmaAt(parse, aux)
        .replace(/^['’]?ll$/, 'will')
        .replace(/^wo$/, 'will')
      const factuality = hints.modals.get(word)
      if (factuality) return { factuality, ground: 'modal' }
    }
    for (const word of dependents(parse, at, 'amod')) {
      const factuality = hints.adjectives.get(lemmaAt(parse, word))
      if (factuality) return { factuality, ground: 'adjective' }
    }
    for (const word of dependents(parse, at, 'advmod')) {
      const factuality = hints.adverbs.get(lemmaAt(parse, word))
      if (factuality === 'denied' || factuality === 'possible')
        return { factuality, ground: 'adverb' }
    }
  }
  const own = candidate.cue?.factuality
  return own ? { factuality: own, ground: 'cue' } : null
}

const INTENT = new Set(development.intentAdjectives)
const RISING = new Set(['xcomp', 'ccomp', 'obj', 'obl', 'advcl', 'acl', 'nmod', 'nsubj', 'conj'])

/** The nearest word above the predicate that says how real what hangs under it is: "plans to visit", "denied attacking". */
function governed(parse: Parse, hints: FactualityHints, candidate: EventCandidate): Verdict | null {
  let here = topOf(parse, candidate)
  for (let step = 0; step < 4; step++) {
    const head = parse.heads[here] ?? -1
    const relation = relationOf(parse, here)
    if (head < 0 || !RISING.has(relation)) return null
    const verdict = verdictFrom(parse, hints, here, head, relation)
    if (verdict !== undefined) return verdict
    here = head
  }
  return null
}

/** The verdict of one governor; null to stop (nothing above it counts), undefined to go on upwards. */
function verdictFrom(
  parse: Parse,
  hints: FactualityHints,
  here: number,
  head: number,
  relation: string,
): Verdict | null | undefined {
  const isFinite = relation === 'ccomp' && dependents(parse, here, 'nsubj').length > 0
  const isTo = dependents(parse, here, 'mark').some((mark) => lemmaAt(parse, mark) === 'to')
  const lemma = lemmaAt(parse, head)
  if (tagOf(parse, head).startsWith('VB')) {
    const factuality = hints.governors.get(lemma)
    const isReported = factuality === 'planned' || factuality === 'possible'
    if (factuality && !(isFinite && isReported && lemma !== 'expect' && lemma !== 'hope'))
      return allowsGovernor(relation, factuality, isTo, lemma === 'invite')
        ? { factuality, ground: 'governor' }
        : null
    return relation === 'conj' || relation === 'xcomp' ? undefined : null
  }
  if (relation === 'nmod' || relation === 'acl') {
    const factuality = hints.nouns.get(lemma)
    if (factuality) return { factuality, ground: 'noun' }
    return isTo ? { factuality: 'planned', ground: 'purpose' } : undefined
  }
  const byAdjective =
    relation === 'xcomp' || relation === 'ccomp'
      ? (hints.adjectives.get(lemma) ?? (INTENT.has(lemma) ? 'planned' : undefined))
      : undefined
  return byAdjective ? { factuality: byAdjective, ground: 'adjective' } : undefined
}

/** A deed named by a noun is touched by fewer governors: "proposed talks", "cancelled the visit", not "after talks …". */
function allowsGovernor(
  relation: string,
  factuality: Factuality,
  isTo: boolean,
  isInvited: boolean,
): boolean {
  if (relation === 'advcl') return false
  if (relation === 'obl') return factuality === 'possible' || factuality === 'denied' || isInvited
  return relation !== 'nsubj' || !isTo
}

function topOf(parse: Parse, candidate: EventCandidate): number {
  const inside = new Set(candidate.group)
  return candidate.group.find((at) => !inside.has(parse.heads[at] ?? -1)) ?? candidate.token
}

/** "if", "unless", "whether" at the head of its clause. */
function conditional(parse: Parse, candidate: EventCandidate): Verdict | null {
  const isOpen = candidate.group.some((at) =>
    dependents(parse, at, 'mark').some((mark) =>
      ['if', 'unless', 'whether'].includes(lemmaAt(parse, mark)),
    ),
  )
  return isOpen ? { factuality: 'possible', ground: 'condition' } : null
}

/** What the tense of the predicate's verb says; for a bare noun, what its type usually is. */
function byTense(parse: Parse, candidate: EventCandidate): Verdict {
  const verb = candidate.group.find((at) => tagOf(parse, at).startsWith('VB'))
  const isLasting = WORDS.stativeTypes.has(candidate.type)
  if (verb === undefined) {
    const isStanding = WORDS.standingNouns.has(lemmaAt(parse, candidate.token))
    return { factuality: isStanding ? 'ongoing' : 'actual', ground: 'noun' }
  }
  const tag = tagOf(parse, verb)
  const auxiliaries = dependents(parse, verb, 'aux').map((at) =>
    parse.tokens[at]?.text.toLowerCase(),
  )
  const isPresentBe = auxiliaries.some((word) => /^(is|are|am|['’](s|re|m)|been)$/.test(word ?? ''))
  if (tag === 'VBG' && isPresentBe) return { factuality: 'ongoing', ground: 'progressive' }
  if ((tag === 'VBZ' || tag === 'VBP') && isLasting)
    return { factuality: 'ongoing', ground: 'present' }
  if (tag === 'VB' && auxiliaries.length === 0)
    return { factuality: 'planned', ground: 'infinitive' }
  return { factuality: 'actual', ground: 'tense' }
}
