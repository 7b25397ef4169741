import type { Codebook } from '../../codebook/index.js'
import type { CodedRecord, PartyRef, StatementRecord } from '../../core/index.js'
import { areOnSameWords, tellerOf } from '../claims/claims.js'
import type { ToldFact } from './facts.js'
import { recordsOf, type FindingGround } from '../ground.js'
import { groupedBy } from '../groups.js'
import { markersIn, matterLexiconOf } from '../claims/matters.js'
import { mentionsIn, type SideMention } from '../claims/mentions.js'
import { notesOn } from '../notes.js'
import { joined } from '../quoting.js'
import { sidesIn } from '../sides.js'
import { inOrderAt, indexPhrases, wordsOf, type PhraseIndex, type TextWord } from '../words.js'

/** The same relation told by several records: relations, and statements whose words hold a relation's noun. */

const LOWEST_CONFIDENCE = 0.5
/** Words that may stand between two of a relation's noun ("main trade and investment partner"). */
const NOUN_GAP = 2
/** Words before a noun within which its possessor stands ("Kazakhstan's main strategic partner"). */
const POSSESSOR_REACH = 4
const LEADING = /^(?:with|of|for|to)$/iu
const OWN = /^(?:our|its|their|his|her|the)$/iu

interface ToldRelation {
  readonly record: CodedRecord
  readonly label: string
  readonly a: PartyRef
  readonly b: PartyRef
}

/** Relations of one label between the same sides; in their order, where the order matters. */
export function relationFacts(ground: FindingGround, codebook: Codebook): readonly ToldFact[] {
  const written = writtenRelations(ground)
  const inDocument = groupedBy(written, ({ record }) => record.document)
  const stated = statedRelations(ground, codebook).filter(
    ({ record, label }) =>
      !inDocument
        .get(record.document)
        ?.some((other) => other.label === label && areOnSameWords(other.record, record)),
  )
  const told = [...written, ...stated]
  const symmetric = new Set(
    codebook.entries.relations.filter((one) => one.symmetric).map(({ label }) => label),
  )
  const groups = groupedBy(told, ({ label, a, b }) => {
    const ids = symmetric.has(label) ? [a.id, b.id].sort() : [a.id, b.id]
    return [label, ...ids].join(' ')
  })
  return [...groups.values()].flatMap((group): ToldFact[] => {
    const [first] = group
    if (!first || group.length < 2) return []
    const parties = [first.a, first.b]
    const what = `of the relation “${first.label.replaceAll('-', ' ')}” between ${joined(parties.map(({ name }) => name))}`
    return [{ records: group.map(({ record }) => record), parties, what, fit: 0.9 }]
  })
}

function writtenRelations(ground: FindingGround): readonly ToldRelation[] {
  const sides = sidesIn(ground)
  return recordsOf(ground, 'relation').flatMap((record): ToldRelation[] => {
    const [a, b] = [sides.sideOf(record.a), sides.sideOf(record.b)]
    const isTold = record.confidence >= LOWEST_CONFIDENCE && record.factuality !== 'denied'
    return a && b && a.id !== b.id && isTold ? [{ record, label: record.label, a, b }] : []
  })
}

function statedRelations(ground: FindingGround, codebook: Codebook): readonly ToldRelation[] {
  const sides = sidesIn(ground)
  const teller = (record: CodedRecord) => tellerOf(record, sides)
  const mentions = mentionsIn(ground, codebook, sides, teller)
  const nouns = nounsOf(codebook)
  const lexicon = matterLexiconOf(codebook)
  const known = STATED(ground, codebook)
  const statedIn = (record: StatementRecord): readonly ToldRelation[] => {
    const words = wordsOf(record.content)
    const found = nounsIn(words, nouns)
    if (found.length === 0) return []
    const reversed = markersIn(lexicon, words).get('reverse') ?? new Set()
    const here = mentions(record.content, words, record)
    return found
      .filter(({ at }) => ![...reversed].some((turn) => turn < at && isSame(words, turn, at)))
      .flatMap((noun) => {
        const near = here.filter(({ first }) => isSame(words, first, noun.at))
        const pairs = pairsOf(words, noun, near, teller(record))
        return pairs.map(([a, b]) => ({ record, label: noun.label, a, b }))
      })
  }
  return recordsOf(ground, 'statement')
    .filter(({ confidence }) => confidence >= LOWEST_CONFIDENCE)
    .flatMap((record) => known(record, () => statedIn(record)))
}

const STATED = notesOn<readonly ToldRelation[]>()

/** Nouns of two words or more: a bare "partner" or "ally" is told of too much. */
function nounsOf(codebook: Codebook): PhraseIndex<string> {
  return indexPhrases(
    codebook.entries.relations.flatMap(({ label, nouns }) =>
      nouns.filter((noun) => noun.includes(' ')).map((noun) => [label, noun] as const),
    ),
  )
}

interface FoundNoun {
  readonly label: string
  readonly at: number
  readonly last: number
}

/** The nouns of relations in the words; of several that begin at one word, the longest. */
function nounsIn(words: readonly TextWord[], nouns: PhraseIndex<string>): readonly FoundNoun[] {
  return [...words.entries()].flatMap(([at, word]): FoundNoun[] => {
    const found = (nouns.get(word.stem) ?? []).flatMap(({ owner, phrase }) => {
      const last = inOrderAt(words, at, phrase, NOUN_GAP)
      return last === null ? [] : [{ label: owner, at, last, size: phrase.length }]
    })
    return found.sort((x, y) => y.size - x.size).slice(0, 1)
  })
}

/**
 * Which sides a relation's noun joins, as `a` is it to `b`: the two that its sentence names before it or right after
 * "with" or "of", or the one named and the speaker's own.
 */
function pairsOf(
  words: readonly TextWord[],
  noun: FoundNoun,
  here: readonly SideMention[],
  teller: PartyRef | null,
): readonly (readonly [PartyRef, PartyRef])[] {
  const near = here.filter((mention) => mention.first < noun.at || isLed(words, mention, noun))
  const named = [...new Map(near.map(({ side }) => [side.id, side])).values()]
  const isOwn = words
    .slice(Math.max(0, noun.at - POSSESSOR_REACH), noun.at)
    .some(({ written }) => OWN.test(written))
  const isTellersOwn = isOwn || near.some(({ first }) => first > noun.last)
  const isTellerNamed = named.some(({ id }) => id === teller?.id)
  if (teller && isTellersOwn && !isTellerNamed && named.length <= 2)
    return named.map((side) => [side, teller] as const)
  const [a, b] = named
  if (!a || !b || named.length !== 2) return []
  return ownerOf(words, noun, near)?.id === a.id ? [[b, a]] : [[a, b]]
}

/** Does "with", "of", "for" or "to" right after the noun lead to a side? */
function isLed(words: readonly TextWord[], { first }: SideMention, { last }: FoundNoun): boolean {
  const between = words.slice(last + 1, first)
  return (
    first > last && between.length <= POSSESSOR_REACH && LEADING.test(between[0]?.written ?? '')
  )
}

/** Whose partner it is: "Egypt's main trading partner", "our main trading partner". */
function ownerOf(
  words: readonly TextWord[],
  { at }: FoundNoun,
  near: readonly SideMention[],
): PartyRef | null {
  const owner = near.find(
    ({ last }) =>
      last < at &&
      at - last <= POSSESSOR_REACH &&
      /[’']s?$|^our$/iu.test(words[last]?.written ?? ''),
  )
  return owner?.side ?? null
}

function isSame(words: readonly TextWord[], x: number, y: number): boolean {
  return words[x]?.sentence === words[y]?.sentence
}
