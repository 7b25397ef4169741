import type { PartyRef, TokenRange } from '../../core/index.js'
import { evidenceAt } from '../../core/index.js'
import type { AgreementDraft } from '../drafts.js'
import { withPartiesOf } from '../events/states.js'
import { ancestors, dependents, lemmaAt, relationOf, spanOf, tagOf } from '../parse.js'
import type { PassResult, Scene } from '../scene.js'
import { timeAt, uniqueRefs } from '../scene.js'
import { forEachSentence } from '../sentences.js'
import { phrasesWith } from '../events/phrases.js'
import { partiesOfAgreement } from './agreement-parties.js'
import type { AgreementWords, FormNoun } from './forms.js'
import { agreementWordsOf, formAt } from './forms.js'
import type { AgreementName } from './names.js'
import { describedName, properName } from './names.js'
import { statusOf } from './status.js'

/** An agreement found at one place of the text, with what tells it from others. */
interface FoundAgreement {
  readonly draft: AgreementDraft
  readonly acronym: string | null
  readonly isNamed: boolean
}

/**
 * The pass `agreements`: treaties, agreements, memoranda and other texts that the document names or clearly
 * describes, one record each: the words of the first mention, the status of the last mention that states one.
 */
export function codeAgreements(scene: Scene): PassResult {
  const words = agreementWordsOf(scene.codebook)
  const { results, issues } = forEachSentence(scene, 'agreements', (sentence) =>
    agreementsInSentence(scene, words, sentence),
  )
  const drafts = joinMentions(results)
  const refs = drafts.flatMap((draft) => draft.parties)
  return { drafts, issues, facts: { parties: withPartiesOf(scene, refs) } }
}

function agreementsInSentence(
  scene: Scene,
  words: AgreementWords,
  sentence: TokenRange,
): FoundAgreement[] {
  const found: FoundAgreement[] = []
  for (let at = sentence.first; at < sentence.last; at++) {
    if (!/^NN/.test(tagOf(scene.parse, at))) continue
    const noun = formAt(scene.parse, words, at)
    const name = noun && nameOf(scene, words, at, noun, sentence)
    if (!noun || !name) continue
    found.push(agreementOf(scene, words, at, noun, name))
    at = Math.max(at, name.last - 1)
  }
  return found
}

function nameOf(
  scene: Scene,
  words: AgreementWords,
  at: number,
  noun: FormNoun,
  sentence: TokenRange,
): AgreementName | null {
  const named = properName(scene.parse, at, noun, sentence)
  if (named) return isFormal(noun) || isGoverned(scene, words, at) ? named : null
  if (!isDescription(scene, words, at, noun)) return null
  return describedName(scene.parse, at, noun)
}

const FORMAL = new Set(['treaty', 'agreement', 'memorandum', 'declaration', 'strategy', 'decree'])
const LOOSE_NOUNS = new Set([
  'order',
  'law',
  'act',
  'bill',
  'pledge',
  'regulation',
  'directive',
  'vision',
  'understanding',
  'ruling',
  'amendment',
  'resolution',
  'statement',
  'settlement',
])

function isFormal(noun: FormNoun): boolean {
  return FORMAL.has(noun.form) && !LOOSE_NOUNS.has(noun.words[noun.head] ?? '')
}

/** Is the head noun signed, ratified, negotiated … by its verb or noun? */
function isGoverned(scene: Scene, words: AgreementWords, at: number): boolean {
  const { parse } = scene
  const head = parse.heads[at] ?? -1
  const relation = parse.tokens[at]?.relation ?? ''
  if (head < 0) return false
  if (/^(obj|nsubj:pass)$/.test(relation)) return SEALING.has(lemmaAt(parse, head))
  if (relationOf(parse, at) === 'conj') return isGoverned(scene, words, head)
  return relation.startsWith('nmod') && words.statusNouns.has(lemmaAt(parse, head))
}

/** Verbs that only texts undergo. */
const SEALING = new Set([
  'sign',
  'ink',
  'initial',
  'ratify',
  'conclude',
  'negotiate',
  'renegotiate',
  'denounce',
  'abrogate',
  'terminate',
  'finalise',
  'finalize',
  'exchange',
  'seal',
  'adopt',
  'clinch',
  'reach',
  'strike',
  'scrap',
  'broker',
])
/** Forms that a lower-case noun may describe; a "plan" or an "order" needs a name. */
const DESCRIBABLE = new Set(['treaty', 'agreement', 'memorandum', 'declaration', 'contract'])

/**
 * "a memorandum on visas", "a declaration of principles", "business agreements" signed, "a treaty that shares the river",
 * "the treaty between A and B"; never a bare "agreement".
 */
function isDescription(scene: Scene, words: AgreementWords, at: number, noun: FormNoun): boolean {
  if (!DESCRIBABLE.has(noun.form) || LOOSE_NOUNS.has(noun.words[noun.head] ?? '')) return false
  const topic = hasTopic(scene, at, noun) || isDated(scene, at) || isSealedText(scene, words, at)
  const isSpecial = noun.words.length > 1
  const modifiers = dependents(scene.parse, at, 'amod', 'compound').filter(
    (child) =>
      !/^(new|first|last|next|such|similar|final|other|several|many|future)$/.test(
        lemmaAt(scene.parse, child),
      ),
  )
  if (isGoverned(scene, words, at))
    return topic || isSpecial || modifiers.length > 0 || isToldApart(scene, at)
  return topic || (isSpecial && isInClause(scene, at)) || hasParties(scene, at, modifiers)
}

const TOPICS = ['on', 'between', 'concerning', 'regarding']
const SOLEMN = new Set(['treaty', 'memorandum', 'declaration'])

/** Does a phrase say what it is on or between whom? "of" and "for" do so for a treaty, not for a deal. */
function hasTopic(scene: Scene, at: number, noun: FormNoun): boolean {
  const prepositions = SOLEMN.has(noun.form) ? [...TOPICS, 'of', 'for'] : TOPICS
  return phrasesWith(scene.parse, at, ...prepositions).length > 0
}

/** "with Chad", "for the bypass", "worth 870 million", "that shared the flow": enough to tell a text that is signed. */
const NEXT_TELLS = /^(?:on|worth|covering|under|for|with)$/
function isToldApart(scene: Scene, at: number): boolean {
  return (
    NEXT_TELLS.test(scene.reading.tokens[at + 1]?.text ?? '') ||
    phrasesWith(scene.parse, at, 'with', 'for').length > 0 ||
    dependents(scene.parse, at, 'acl', 'acl:relcl', 'nmod:poss').length > 0
  )
}

/** "the truce of April 2022", "the treaty of 1959": a text told by its date. */
function isDated(scene: Scene, at: number): boolean {
  const [next, word, year] = [1, 2, 3].map((n) => scene.reading.tokens[at + n]?.text ?? '')
  if (next !== 'of') return false
  return isYear(word) || (/^\p{Lu}\p{Ll}+$/u.test(word ?? '') && isYear(year))
}

const isYear = (word = ''): boolean => /^(?:19|20)\d\d$/.test(word)

/** "the partnership agreement, signed in 2015": a text told by how it came about. */
function isSealedText(scene: Scene, words: AgreementWords, at: number): boolean {
  return dependents(scene.parse, at, 'acl')
    .filter((verb) => tagOf(scene.parse, verb) === 'VBN')
    .some(
      (verb) =>
        SEALING.has(lemmaAt(scene.parse, verb)) &&
        words.statusVerbs.has(lemmaAt(scene.parse, verb)),
    )
}

function isInClause(scene: Scene, at: number): boolean {
  return ancestors(scene.parse, at).some((up) => tagOf(scene.parse, up).startsWith('VB'))
}

function hasParties(scene: Scene, at: number, modifiers: readonly number[]): boolean {
  const owners = dependents(scene.parse, at, 'nmod:poss')
  const isOwned = modifiers.length + owners.length > 0
  return isOwned && phrasesWith(scene.parse, at, 'with', 'between').length > 0
}

function agreementOf(
  scene: Scene,
  words: AgreementWords,
  at: number,
  noun: FormNoun,
  name: AgreementName,
): FoundAgreement {
  const span = spanOf(scene.parse, name)
  const text = evidenceAt(scene.document.text, span).text.replace(/\s+/g, ' ')
  const status = statusOf(scene, words, at)
  const parties = partiesOfAgreement(scene, at, name)
  const draft: AgreementDraft = {
    kind: 'agreement',
    name: text,
    form: noun.form,
    parties: [...parties],
    status,
    areas: areasOf(words, text),
    time: timeAt(scene, at),
    factuality: status === 'proposed' || status === 'negotiating' ? 'planned' : 'actual',
    reason: name.isNamed ? 'agreement-name' : 'agreement-description',
    spans: [span],
  }
  return { draft, acronym: name.acronym, isNamed: name.isNamed }
}

function areasOf(words: AgreementWords, text: string): string[] {
  const padded = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `
  const areas = words.areas.filter(([cue]) => padded.includes(` ${cue} `)).map(([, area]) => area)
  return [...new Set(areas)].sort()
}

/** One record an agreement: mentions with the same name or acronym are one; a later status stands if it is stated. */
function joinMentions(found: readonly FoundAgreement[]): AgreementDraft[] {
  const joined: FoundAgreement[] = []
  for (const one of found) {
    const at = joined.findIndex((other) => isSame(one, other))
    const known = joined[at]
    if (!known) joined.push(one)
    else joined[at] = { ...known, draft: joinDrafts(known.draft, one.draft) }
  }
  return joined.map((one) => one.draft)
}

function isSame(one: FoundAgreement, other: FoundAgreement): boolean {
  const key = (name: string): string => name.toLowerCase().replace(/s$/, '')
  if (key(one.draft.name) === key(other.draft.name)) return true
  if (one.acronym !== null && one.acronym === other.acronym) return true
  return one.draft.name === other.acronym || other.draft.name === one.acronym
}

function joinDrafts(first: AgreementDraft, later: AgreementDraft): AgreementDraft {
  const parties: PartyRef[] = uniqueRefs([...first.parties, ...later.parties])
  return { ...first, parties, status: later.status ?? first.status, time: first.time ?? later.time }
}
