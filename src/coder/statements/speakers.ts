import type { PartyRecord, PartyRef, TokenRange } from '../../core/index.js'
import { partyIdOf } from '../../core/index.js'
import { agentOf, clauseRoot, isPassive, relativeReferent } from '../clauses.js'
import { dependents, headOfRange, lemmaAt, spanOf } from '../parse.js'
import officeWords from '../parties/office-words.json' with { type: 'json' }
import type { Mention, Scene } from '../scene.js'
import { mentionAt, mentionsIn, refsOfMention } from '../scene.js'

/** Who speaks: the party that a source phrase means. */

/** Parties that only statements bring in ("analysts"), by id. */
export type NewParties = Map<string, PartyRecord>

/** The speaker that the words of a source mean, or null when they mean no party known. */
export function speakerOfSource(scene: Scene, source: TokenRange): PartyRef | null {
  const mentions = mentionsIn(scene, source).filter(canSpeak)
  const person = mentions.find((one) => isPersonName(scene, one) && !followsPreposition(scene, one))
  const head = headOfRange(scene.parse, source)
  const atHead = mentionAt(scene, relativeReferent(scene.parse, head) ?? head)
  const body = mentions.find((one) => BODIES.has(partyType(scene, one)))
  const best =
    person ??
    (atHead && canSpeak(atHead) ? atHead : null) ??
    body ??
    mentions.find((one) => one.form !== 'demonym') ??
    mentions[0]
  return best ? oneRef(scene, best) : stateOfPlace(scene, source)
}

/** "according to Moscow": a source that is but a place is the state it lies in, where the text names that too. */
function stateOfPlace(scene: Scene, source: TokenRange): PartyRef | null {
  const place = mentionsIn(scene, source)[0]
  const party = place && scene.parties.get(place.parties[0] ?? '')
  if (!place || !party) return null
  if (party.type !== 'place') return oneRef(scene, place)
  const states = [...scene.parties.values()]
  const state = states.find((one) => one.type === 'country' && one.country === party.country)
  return state ? { id: state.id, name: place.words } : null
}

const BODIES = new Set(['government', 'igo', 'media', 'ngo', 'company'])

function isPersonName(scene: Scene, mention: Mention): boolean {
  return mention.form === 'name' && partyType(scene, mention) === 'person'
}

/** "a spokesman for Lee": the person after the preposition is not the one who speaks. */
function followsPreposition(scene: Scene, mention: Mention): boolean {
  return /^(?:for|of|to|with|by|from|on)$/i.test(
    scene.reading.tokens[mention.first - 1]?.text ?? '',
  )
}

function canSpeak(mention: Mention): boolean {
  return !mention.isPlace
}

function partyType(scene: Scene, mention: Mention): string {
  return scene.parties.get(mention.parties[0] ?? '')?.type ?? ''
}

function oneRef(scene: Scene, mention: Mention): PartyRef | null {
  return refsOfMention(scene, mention)[0] ?? null
}

/** The speaker whom a cue's own subject names, or the person right beside it ("said Lee"); null without either. */
export function speakerOfCue(scene: Scene, cue: TokenRange): PartyRef | null {
  const verb = headOfRange(scene.parse, cue)
  const own = isPassive(scene.parse, verb)
    ? agentOf(scene.parse, verb)
    : dependents(scene.parse, verb, 'nsubj')[0]
  const beside = [mentionAt(scene, cue.first - 1), mentionAt(scene, cue.last)].find(
    (one) => one?.form === 'name' && partyType(scene, one) === 'person',
  )
  const bySubject =
    own === null || own === undefined
      ? null
      : mentionAt(scene, relativeReferent(scene.parse, own) ?? own)
  const mention = bySubject && canSpeak(bySubject) ? bySubject : (beside ?? null)
  return mention ? oneRef(scene, mention) : null
}

/** The subject that a cue shares with another verb ("met Lee, adding that"), by the parse; null when there is none. */
export function sharedSubject(scene: Scene, cue: TokenRange): PartyRef | null {
  const agent = agentOf(scene.parse, clauseRoot(scene.parse, headOfRange(scene.parse, cue)))
  const mention = agent === null ? null : mentionAt(scene, agent)
  return mention && canSpeak(mention) ? oneRef(scene, mention) : null
}

/** Endings of nouns that do not speak ("decision", "growth"), and such nouns that do. */
const ABSTRACT = /(?:tion|sion|ment|ness|ity|ance|ence|ship|wth|ure|ism|age)$/
const SPEAKING_ABSTRACT =
  /^(?:government|parliament|department|organi[sz]ation|administration|commission|delegation|association|corporation|federation|institution|coalition|opposition|statement|announcement|document|declaration|publication|authority|community|university|charity|intelligence|leadership|investigation|establishment|regiment|mission|foundation|resident|judiciary|conference|message)$/

/**
 * A speaker who is named by no name: "analysts", "two officials", "some". Becomes a party of the type group, called by
 * those words without article. Null when the words are a pronoun, or too long to be a name.
 */
export function unnamedSpeaker(
  scene: Scene,
  source: TokenRange,
  made: NewParties,
): PartyRef | null {
  const tokens = scene.reading.tokens.slice(source.first, source.last)
  if (!tokens.some((token) => /^(?:NN|JJ|CD|DT)/.test(token.tag)) || tokens.length > 10) return null
  const head = lemmaAt(scene.parse, headOfRange(scene.parse, source))
  if (ABSTRACT.test(head) && !SPEAKING_ABSTRACT.test(head)) return null
  const span = spanOf(scene.parse, source)
  const words = scene.document.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  const bare = words.replace(/^(?:the|a|an|its|their|his|her)\s+/i, '')
  const isProper = tokens.some(
    (token) => token.tag.startsWith('NNP') && bare.startsWith(token.text),
  )
  const name = isProper
    ? bare
    : bare.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
  const record: PartyRecord = {
    kind: 'party',
    id: partyIdOf('group', null, name),
    name,
    type: 'group',
    country: null,
    cameo: null,
    aliases: [],
    wikidata: null,
  }
  made.set(record.id, record)
  return { id: record.id, name: words }
}

/** Is a source definite and singular ("the minister", "the report"), so that somebody named before is meant? */
export function meansSomebodyNamed(scene: Scene, source: TokenRange): boolean {
  const first = scene.reading.tokens[source.first]
  const at = headOfRange(scene.parse, source)
  if (/^PRP/.test(first?.tag ?? '') && source.last - source.first === 1) return true
  const isShort = /^the$/i.test(first?.text ?? '') && source.last - source.first <= 4
  return (
    isShort && scene.reading.tokens[at]?.tag === 'NN' && NAMED_BEFORE.has(lemmaAt(scene.parse, at))
  )
}

/** Nouns that, definite and alone, mean a speaker named before. */
const NAMED_BEFORE = new Set([
  ...officeWords.people,
  ...['statement', 'report', 'investigation', 'document', 'agency', 'paper', 'newspaper', 'outlet'],
  ...['ministry', 'office', 'department', 'publication', 'communique', 'declaration', 'company'],
  ...[
    'study',
    'survey',
    'portal',
    'website',
    'broadcaster',
    'organisation',
    'organization',
    'bloc',
  ],
])
