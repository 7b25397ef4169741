import type { TokenRange } from '../../core/index.js'
import { partyById } from '../events/states.js'
import { phrasesWith } from '../events/phrases.js'
import { lemmaAt, relationOf, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'
import { mentionAt } from '../scene.js'
import type { AgreementWords, FormNoun } from './forms.js'
import { formAt } from './forms.js'
import type { AgreementName } from './names.js'
import { describedName, properName } from './names.js'
import {
  hasParties,
  hasPartyAsAgent,
  hasStatusVerb,
  hasTopic,
  isBody,
  isDated,
  isDenied,
  isGoverned,
  isInClause,
  isLoose,
  isMereModifier,
  isSealedText,
  isToldApart,
  tellingModifiers,
  verbBefore,
} from './tells.js'
import { WORDS } from './words.js'

/** A place of the text that names, describes or only points back to an agreement. */
export interface AgreementMention {
  readonly head: number
  readonly form: FormNoun['form']
  readonly name: AgreementName
  /** "the deal": tells nothing by itself. */
  readonly isBare: boolean
}

/** The mentions of agreements in a sentence, in order. */
export function agreementMentions(
  scene: Scene,
  words: AgreementWords,
  sentence: TokenRange,
): AgreementMention[] {
  const found: AgreementMention[] = []
  for (let at = sentence.first; at < sentence.last; at++) {
    const mention = mentionOf(scene, words, at, sentence)
    if (!mention) continue
    found.push(mention)
    at = Math.max(at, mention.name.last - 1)
  }
  return found
}

function mentionOf(
  scene: Scene,
  words: AgreementWords,
  at: number,
  sentence: TokenRange,
): AgreementMention | null {
  const known = knownName(scene, at)
  if (known) return known
  if (!isNoun(scene, at)) return null
  const noun = formAt(scene.parse, words, at)
  if (!noun || isDenied(scene, at) || isNoText(scene, at)) return null
  const named = properName(scene.parse, at, noun, sentence)
  const isName = named !== null && isTrueName(scene, words, at, noun, named)
  if (isName) return { head: at, form: noun.form, name: named, isBare: false }
  if (isMereModifier(scene, words, at)) return null
  const name = describedName(scene.parse, at, noun)
  const isTold = isDescription(scene, words, at, noun)
  if (!isTold && !isPointingBack(scene, at, noun)) return null
  return { head: at, form: noun.form, name, isBare: !isTold }
}

/** A noun by its tag; some words are taken for nouns whatever their tag, after an article. */
function isNoun(scene: Scene, at: number): boolean {
  if (/^NN/.test(tagOf(scene.parse, at))) return true
  const isSolemn = WORDS.asIfNouns.has((scene.parse.words[at] ?? '').replace(/s$/, ''))
  return isSolemn && !/^(MD|TO)$/.test(tagOf(scene.parse, at - 1))
}

/** "declaration of war", "he accords to it": words for an agreement that mean something else. */
function isNoText(scene: Scene, at: number): boolean {
  const { words } = scene.parse
  const isVerb = /^accords?$/.test(words[at] ?? '') && words[at + 1] === 'to'
  const run = words.slice(at, at + 3).join(' ')
  return isVerb || WORDS.notTexts.some((phrase) => run.startsWith(phrase))
}

/** A name that is one word, with no noun behind it that says what it is: "USMCA". */
function knownName(scene: Scene, at: number): AgreementMention | null {
  const form = WORDS.knownNames.get(scene.reading.tokens[at]?.text ?? '')
  const next = scene.reading.tokens[at + 1]?.text ?? ''
  if (!form || /^(pact|agreement|treaty|deal)s?$/i.test(next)) return null
  const name = { first: at, last: at + 1, isNamed: true, acronym: null }
  return { head: at, form, name, isBare: false }
}

/** Is a name with capitals that of a text, and not of a body, a person's plan or a country's law? */
function isTrueName(
  scene: Scene,
  words: AgreementWords,
  at: number,
  noun: FormNoun,
  name: AgreementName,
): boolean {
  const word = noun.key
  const isWritten = /^\p{Lu}/u.test(scene.reading.tokens[at]?.text ?? '')
  if (!isWritten) return isNameByModifier(scene, words, at, noun)
  if (word === 'resolution')
    return (
      /^\d/.test(scene.reading.tokens[name.last - 1]?.text ?? '') || isGoverned(scene, words, at)
    )
  if (WORDS.toldOnlyNames.has(word))
    return isGoverned(scene, words, at) || hasStatusVerb(scene, words, at)
  if (WORDS.schemeNouns.has(word)) return !isBody(scene, at)
  if (WORDS.formalForms.has(noun.form) && !isLoose(noun)) return true
  return !isMereModifier(scene, words, at) && isGoverned(scene, words, at)
}

/** "Minsk agreements", "the AUKUS pact": solemn words with a name before them, which is not a person's. */
function isNameByModifier(
  scene: Scene,
  words: AgreementWords,
  at: number,
  noun: FormNoun,
): boolean {
  const word = noun.key
  const isSolemn =
    WORDS.describableForms.has(noun.form) && noun.form !== 'contract' && !isLoose(noun)
  if (!isSolemn && !WORDS.lowerSchemeNouns.has(word)) return false
  if (isMereModifier(scene, words, at)) return false
  const before = mentionAt(scene, at - noun.head - 1)
  const types = (before?.parties ?? []).map((id) => partyById(scene, id)?.type)
  if (types.includes('person')) return false
  // "the Chinese initiative" is what a state proposes; "the Doha framework" is a text.
  return isSolemn || before?.form !== 'demonym'
}

/**
 * "a memorandum on visas", "a declaration of principles", "business agreements" signed, "a treaty that shares the
 * river", "the treaty between A and B"; never a bare "agreement".
 */
function isDescription(scene: Scene, words: AgreementWords, at: number, noun: FormNoun): boolean {
  const word = noun.key
  if (WORDS.ceasefireNouns.has(word)) return isCeasefireTold(scene, words, at, noun)
  if (WORDS.signedOnlyNouns.has(word)) return isSignedPaper(scene, words, at)
  if (word === 'resolution' || WORDS.lawNouns.has(word)) return isLawTold(scene, words, at, noun)
  if (word === 'partnership')
    return hasStatusVerb(scene, words, at) && tellingModifiers(scene, at).length > 1
  if (isLoose(noun)) return false
  if (WORDS.condensedNouns.has(word) && isPointingBack(scene, at, noun)) return true
  if (!WORDS.describableForms.has(noun.form)) return isSchemeTold(scene, words, at, noun)
  return isTextTold(scene, words, at, noun)
}

function isTextTold(scene: Scene, words: AgreementWords, at: number, noun: FormNoun): boolean {
  const topic = hasTopic(scene, at, noun) || isDated(scene, at) || isSealedText(scene, words, at)
  const isSpecial = noun.size > 1
  const modifiers = tellingModifiers(scene, at)
  if (isGoverned(scene, words, at))
    return topic || isSpecial || modifiers.length > 0 || isToldApart(scene, at)
  if (
    topic ||
    (isSpecial && isOne(scene, at) && isInClause(scene, at)) ||
    hasParties(scene, at, modifiers)
  )
    return true
  return modifiers.length > 0 && hasStatusVerb(scene, words, at)
}

/** "a trade agreement" or "the trade agreements", and not trade agreements in general. */
function isOne(scene: Scene, at: number): boolean {
  return !/S$/.test(tagOf(scene.parse, at)) || isPointedAt(scene, at)
}

/** "a ceasefire between A and B", "the truce of April 2022", "A and B agreed to a ceasefire". */
function isCeasefireTold(scene: Scene, words: AgreementWords, at: number, noun: FormNoun): boolean {
  if (hasTopic(scene, at, noun) || isDated(scene, at)) return true
  return isGoverned(scene, words, at) && hasPartyAsAgent(scene, at)
}

/** "a resolution on X adopted by Y", "passed a law on foreign agents": a law needs its topic, and to be made. */
function isLawTold(scene: Scene, words: AgreementWords, at: number, noun: FormNoun): boolean {
  const isMade =
    isGoverned(scene, words, at) ||
    isSealedText(scene, words, at) ||
    (noun.key !== 'resolution' &&
      WORDS.makingVerbs.has(lemmaAt(scene.parse, scene.parse.heads[at] ?? -1)))
  return isMade && (hasTopic(scene, at, noun) || phrasesWith(scene.parse, at, 'against').length > 0)
}

/** "A loan from B was signed", "five cooperation documents" signed. */
function isSignedPaper(scene: Scene, words: AgreementWords, at: number): boolean {
  if (!isGoverned(scene, words, at)) return false
  const verb = lemmaAt(scene.parse, scene.parse.heads[at] ?? -1)
  if (![verb, verbBefore(scene, at)].some((one) => /^(sign|ink|initial|conclude)$/.test(one)))
    return false
  const isCounted = (scene.parse.children[at] ?? []).some(
    (child) => tagOf(scene.parse, child) === 'CD' || relationOf(scene.parse, child) === 'nmod',
  )
  return isCounted || tellingModifiers(scene, at).length > 0 || isToldApart(scene, at)
}

/** A strategy, programme, plan or decree: one of several words, or with a topic, of which its clause tells. */
function isSchemeTold(scene: Scene, words: AgreementWords, at: number, noun: FormNoun): boolean {
  const word = noun.key
  const isScheme = WORDS.schemeForms.has(noun.form) && WORDS.schemeNouns.has(word)
  if (!isScheme && noun.size < 2) return false
  const isTold = isGoverned(scene, words, at) || hasStatusVerb(scene, words, at)
  const hasSubject = hasTopic(scene, at, noun) || isToldApart(scene, at)
  if (noun.size > 1) return isTold || isPointedAt(scene, at)
  return isTold && hasSubject && tellingModifiers(scene, at).length > 0
}

/** "the deal", "the treaty": one that was told of before. */
function isPointingBack(scene: Scene, at: number, noun: FormNoun): boolean {
  return WORDS.describableForms.has(noun.form) && isPointedAt(scene, at)
}

function isPointedAt(scene: Scene, at: number): boolean {
  const children = scene.parse.children[at] ?? []
  return children.some((child) => /^(the|this|that)$/.test(scene.parse.words[child] ?? ''))
}
