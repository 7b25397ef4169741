import type { Parse } from './parse.js'
import { dependents, lemmaAt, relationOf, tagOf } from './parse.js'

/** Questions about verbs and their clauses, asked of the parse. */

const CLAUSE_RELATIONS = new Set(['root', 'ccomp', 'advcl', 'acl', 'csubj', 'parataxis', 'xcomp'])

/** Is the token a verb, or a copular predicate (with a `cop` dependent)? */
export function isPredicate(parse: Parse, at: number): boolean {
  return tagOf(parse, at).startsWith('VB') || dependents(parse, at, 'cop').length > 0
}

/** The nearest predicate at or above a token; the root of its sentence when there is none. */
export function clauseRoot(parse: Parse, at: number): number {
  let here = at
  for (;;) {
    const relation = relationOf(parse, here)
    const isVerbal =
      isPredicate(parse, here) && !['aux', 'cop', 'amod', 'compound'].includes(relation)
    if (isVerbal) return here
    const head = parse.heads[here] ?? -1
    if (head < 0) return here
    here = head
  }
}

/** Is the predicate passive ("was accused by")? A bare participle after a noun counts. */
export function isPassive(parse: Parse, verb: number): boolean {
  const hasPassiveMark = (parse.children[verb] ?? []).some((child) =>
    /^(nsubj|aux|csubj):pass$/.test(parse.tokens[child]?.relation ?? ''),
  )
  if (hasPassiveMark) return true
  return tagOf(parse, verb) === 'VBN' && relationOf(parse, verb) === 'acl'
}

/**
 * Grammatical subject of a predicate, by its head token: its own; else that of the verb it is coordinated with;
 * else the subject (or, after verbs like "urged", the object) that controls an infinitive or participle; else the
 * noun that a participle or relative clause modifies. Null when there is none.
 */
export function subjectOf(parse: Parse, verb: number): number | null {
  let here = verb
  for (let step = 0; step < 12; step++) {
    const own = dependents(parse, here, 'nsubj', 'csubj')[0]
    if (own !== undefined) return relativeReferent(parse, own) ?? own
    const head = parse.heads[here] ?? -1
    if (head < 0) return null
    const relation = relationOf(parse, here)
    if (relation === 'acl') return head
    if (relation === 'xcomp' && here === verb) {
      const controller = dependents(parse, head, 'obj', 'iobj')[0]
      if (controller !== undefined) return controller
    }
    if (!CLAUSE_RELATIONS.has(relation) && relation !== 'conj') return null
    if (relation === 'ccomp' || relation === 'csubj') return null
    here = head
  }
  return null
}

/** What "who", "which" or "that" refers to, when the token is the relative word of a relative clause. */
export function relativeReferent(parse: Parse, at: number): number | null {
  if (!/^(WDT|WP|WP\$)$/.test(tagOf(parse, at)) && lemmaAt(parse, at) !== 'that') return null
  let here = at
  for (let step = 0; step < 6; step++) {
    const head = parse.heads[here] ?? -1
    if (head < 0) return null
    if (relationOf(parse, here) === 'acl') return head
    here = head
  }
  return null
}

/** Object of a predicate by its head token (for a passive, what it is done to: its subject), or null. */
export function objectOf(parse: Parse, verb: number): number | null {
  if (isPassive(parse, verb)) return subjectOf(parse, verb)
  const own = dependents(parse, verb, 'obj')[0] ?? dependents(parse, verb, 'iobj')[0]
  if (own === undefined) return null
  return relativeReferent(parse, own) ?? own
}

/** Who does it: the subject, or for a passive the "by" phrase; null when not said. */
export function agentOf(parse: Parse, verb: number): number | null {
  if (!isPassive(parse, verb)) return subjectOf(parse, verb)
  return obliquesOf(parse, verb, 'by')[0] ?? null
}

/** Oblique and nominal dependents marked by one of the prepositions given, by head token. */
export function obliquesOf(parse: Parse, at: number, ...prepositions: string[]): number[] {
  return dependents(parse, at, 'obl', 'nmod').filter((child) =>
    dependents(parse, child, 'case').some((mark) => prepositions.includes(lemmaAt(parse, mark))),
  )
}

/** Is the predicate negated ("did not agree", "never signed", "no talks")? */
export function isNegated(parse: Parse, at: number): boolean {
  return (parse.children[at] ?? []).some((child) => {
    const word = lemmaAt(parse, child)
    const relation = relationOf(parse, child)
    return (
      ((relation === 'advmod' || relation === 'aux') &&
        ['not', "n't", 'n’t', 'never'].includes(word)) ||
      (relation === 'det' && word === 'no')
    )
  })
}
