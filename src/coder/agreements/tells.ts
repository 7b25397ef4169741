import { agentOf, isNegated } from '../clauses.js'
import { phrasesWith } from '../events/phrases.js'
import { partyById } from '../events/states.js'
import { lemmaOf } from '../lemma.js'
import { ancestors, dependents, lemmaAt, relationOf, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'
import { mentionAt } from '../scene.js'
import type { AgreementWords, FormNoun } from './forms.js'
import { verbStatusAt } from './forms.js'
import { WORDS } from './words.js'

/** What tells a noun for an agreement apart from a bare "deal": who does what with it, its topic, parties and date. */

/** Is a form noun one that needs more than itself to be an agreement: "act", "loan", "ceasefire"? */
export function isLoose(noun: FormNoun): boolean {
  return noun.size === 1 && WORDS.looseNouns.has(noun.key)
}

/** Is the head noun signed, ratified, negotiated … by its verb or noun? */
export function isGoverned(scene: Scene, words: AgreementWords, at: number): boolean {
  const { parse } = scene
  const head = parse.heads[at] ?? -1
  const relation = parse.tokens[at]?.relation ?? ''
  if (WORDS.sealingVerbs.has(verbBefore(scene, at))) return true
  if (head < 0) return false
  if (/^(obj|nsubj:pass)$/.test(relation)) return WORDS.sealingVerbs.has(lemmaAt(parse, head))
  if (relationOf(parse, at) === 'conj') return isGoverned(scene, words, head)
  if (relation.startsWith('obl') && WORDS.sealingWithTo.has(lemmaAt(parse, head)))
    return dependents(parse, at, 'case').some((mark) => /^(to|on)$/.test(lemmaAt(parse, mark)))
  return relation.startsWith('nmod') && words.statusNouns.has(lemmaAt(parse, head))
}

/** How far a verb may stand before its agreement: "signed a new bilateral fishing agreement". */
const VERB_REACH = 8

/**
 * The verb in the past or the like that stands straight before an agreement ("agreed a contract", "agreed to a
 * ceasefire"), by its words alone, for where the parse went astray; '' when there is none.
 */
export function verbBefore(scene: Scene, at: number): string {
  const { parse } = scene
  for (let here = at - 1; here >= Math.max(0, at - VERB_REACH); here--) {
    const word = parse.words[here] ?? ''
    if (/(ed|struck)$/.test(word) || tagOf(parse, here).startsWith('VB')) {
      const hasGap = here === at - 1
      return hasGap ? '' : lemmaOf(word, 'VBD')
    }
    const isInside = /^(DT|JJ|NN|NNP|CD|HYPH|PRP\$|TO|IN)$/.test(tagOf(parse, here))
    const isPlace = /^(IN|TO)$/.test(tagOf(parse, here)) && !/^(to|on|of)$/.test(word)
    if (!isInside || isPlace) return ''
  }
  return ''
}

/** Does its clause tell how far it has come: "proposed a …", "the … took effect", "talks on a …"? */
export function hasStatusVerb(scene: Scene, words: AgreementWords, at: number): boolean {
  const { parse } = scene
  const head = parse.heads[at] ?? -1
  if (head < 0 || !/^(obj|nsubj|conj|nmod|obl)$/.test(relationOf(parse, at))) return false
  if (relationOf(parse, at) === 'conj') return hasStatusVerb(scene, words, head)
  if (!tagOf(parse, head).startsWith('VB'))
    return words.statusNouns.has(lemmaAt(parse, head)) || WORDS.talkNouns.has(lemmaAt(parse, head))
  if (relationOf(parse, at) === 'obl' && hasTalksAsObject(scene, head)) return true
  return relationOf(parse, at) !== 'nmod' && verbStatusAt(scene.parse, words, head) !== null
}

/** "open talks with Chad on a fishing pact": the talks are the verb's object. */
function hasTalksAsObject(scene: Scene, verb: number): boolean {
  return dependents(scene.parse, verb, 'obj').some((at) =>
    WORDS.talkNouns.has(lemmaAt(scene.parse, at)),
  )
}

/** Is the noun only a modifier of another ("peace treaty ally"), other than of talks or of a signing? */
export function isMereModifier(scene: Scene, words: AgreementWords, at: number): boolean {
  const { parse } = scene
  if (!/^(compound|amod)$/.test(relationOf(parse, at))) return false
  const head = lemmaAt(parse, parse.heads[at] ?? -1)
  return !WORDS.talkNouns.has(head) && !words.statusNouns.has(head)
}

/** "no deal", "without an agreement", "failed to reach a deal": there is none. */
export function isDenied(scene: Scene, at: number): boolean {
  const { parse } = scene
  const marks = [...dependents(parse, at, 'det', 'case')].map((child) => lemmaAt(parse, child))
  if (marks.includes('no') || marks.includes('without')) return true
  if (marks.includes('the') || /^\p{Lu}/u.test(parse.tokens[at]?.text ?? '')) return false
  const verb = parse.heads[at] ?? -1
  if (verb < 0 || !tagOf(parse, verb).startsWith('VB')) return false
  const above = lemmaAt(parse, parse.heads[verb] ?? -1)
  return isNegated(parse, verb) || WORDS.failingVerbs.has(above)
}

/** Modifiers that say something of it: "fishing", "bilateral trade", never "new" or "similar". */
export function tellingModifiers(scene: Scene, at: number): number[] {
  return dependents(scene.parse, at, 'amod', 'compound').filter(
    (child) => !WORDS.generalModifiers.has(lemmaAt(scene.parse, child)),
  )
}

const TOPICS = ['on', 'between', 'concerning', 'regarding']

/** Does a phrase say what it is on or between whom? "of" and "for" do so for a treaty, not for a deal. */
export function hasTopic(scene: Scene, at: number, noun: FormNoun): boolean {
  const prepositions = WORDS.solemnForms.has(noun.form) ? [...TOPICS, 'of', 'for'] : TOPICS
  return phrasesWith(scene.parse, at, ...prepositions).length > 0
}

const NEXT_TELLS = /^(?:on|worth|covering|under|for|with)$/

/** "with Chad", "for the bypass", "worth 870 million", "that shared the flow": enough to tell a text that is signed. */
export function isToldApart(scene: Scene, at: number): boolean {
  return (
    NEXT_TELLS.test(scene.reading.tokens[at + 1]?.text ?? '') ||
    phrasesWith(scene.parse, at, 'with', 'for').length > 0 ||
    dependents(scene.parse, at, 'acl', 'acl:relcl', 'nmod:poss').length > 0
  )
}

/** "the truce of April 2022", "the treaty of 1959": a text told by its date. */
export function isDated(scene: Scene, at: number): boolean {
  const [next, word, year] = [1, 2, 3].map((n) => scene.reading.tokens[at + n]?.text ?? '')
  if (next !== 'of') return false
  return isYear(word) || (/^\p{Lu}\p{Ll}+$/u.test(word ?? '') && isYear(year))
}

/** Is a word a year from 1600 to 2099? */
export const isYear = (word = ''): boolean => /^(?:1[6-9]|20)\d\d$/.test(word)

/** "the partnership agreement, signed in 2015": a text told by how it came about. */
export function isSealedText(scene: Scene, words: AgreementWords, at: number): boolean {
  return dependents(scene.parse, at, 'acl')
    .filter((verb) => tagOf(scene.parse, verb) === 'VBN')
    .some(
      (verb) =>
        WORDS.sealingVerbs.has(lemmaAt(scene.parse, verb)) &&
        verbStatusAt(scene.parse, words, verb) !== null,
    )
}

/** Does it stand in a clause with a verb, and not in a heading alone? */
export function isInClause(scene: Scene, at: number): boolean {
  return ancestors(scene.parse, at).some((up) => tagOf(scene.parse, up).startsWith('VB'))
}

/** "Chad's fishing deal with Mali": owner or modifier, and the other side. */
export function hasParties(scene: Scene, at: number, modifiers: readonly number[]): boolean {
  const owners = dependents(scene.parse, at, 'nmod:poss')
  const isOwned = modifiers.length + owners.length > 0
  return isOwned && phrasesWith(scene.parse, at, 'with', 'between').length > 0
}

/** Does the verb above have a subject that is a party of the text: "Chad and Mali agreed to a ceasefire"? */
export function hasPartyAsAgent(scene: Scene, at: number): boolean {
  const verb = scene.parse.heads[at] ?? -1
  const agent = verb < 0 ? null : agentOf(scene.parse, verb)
  return agent !== null && mentionAt(scene, agent) !== null
}

/** Is the name that of a body ("World Food Programme"), and no text? */
export function isBody(scene: Scene, at: number): boolean {
  const ids = mentionAt(scene, at)?.parties ?? []
  return ids.some((id) =>
    /^(igo|ngo|government|company|media)$/.test(partyById(scene, id)?.type ?? ''),
  )
}
