import { partiesOfRecord } from '../../core/index.js'
import type { CodedRecord, PartyRef } from '../../core/index.js'
import { findNames, type Codebook, type CodebookParty } from '../../codebook/index.js'
import type { FindingGround } from '../ground.js'
import type { Sides } from '../sides.js'
import type { TextWord } from '../words.js'

/** Which words of a text name a side: by the codebook's names, or as the record's own references are written there. */

/** A side named in a text, from its first to its last word. */
export interface SideMention {
  readonly first: number
  readonly last: number
  readonly side: PartyRef
  readonly type: CodebookParty['type'] | null
}

/** Finds the sides that words name. Made once for a ground. */
export type MentionFinder = (
  text: string,
  words: readonly TextWord[],
  record: CodedRecord,
) => readonly SideMention[]

const LONGEST_NAME_WORDS = 5
const FIRST_PERSON = /^(?:we|us|our|ours|i|my|me)$/iu

/** The mention finder of a ground. First-person words stand for whoever `speakerOf` gives. */
export function mentionsIn(
  ground: FindingGround,
  codebook: Codebook,
  sides: Sides,
  speakerOf: (record: CodedRecord) => PartyRef | null,
): MentionFinder {
  const sideOf = codebookSides(ground, codebook)
  return (text, words, record) => {
    const named = namedIn(text, words, codebook, sideOf)
    const taken = new Set(named.flatMap(({ first, last }) => range(first, last)))
    const free = [
      ...writtenRefs(words, record, sides, ground),
      ...firstPersons(words, speakerOf(record), ground),
    ].filter(({ first, last }) => range(first, last).every((at) => !taken.has(at)))
    return [...named, ...free].sort((a, b) => a.first - b.first)
  }
}

/** The ground's side for a party of the codebook; a place or a capital stands for its state. */
function codebookSides(
  ground: FindingGround,
  codebook: Codebook,
): (party: CodebookParty) => PartyRef {
  const known = new Map<string, PartyRef>()
  for (const { id, name, type, country } of ground.parties.values()) {
    if (type === 'country' && country !== null) known.set(country, { id, name })
    else known.set(name, { id, name })
  }
  return (party) => {
    const isOfState = ['country', 'place', 'government'].includes(party.type)
    const state = isOfState && party.country !== null ? party.country : null
    const owner = state === null ? party : (codebook.names.parties.get(state) ?? party)
    return known.get(state ?? party.name) ?? { id: owner.id, name: owner.name }
  }
}

function namedIn(
  text: string,
  words: readonly TextWord[],
  codebook: Codebook,
  sideOf: (party: CodebookParty) => PartyRef,
): SideMention[] {
  const found: SideMention[] = []
  for (let first = 0; first < words.length; first++) {
    if (!/^\p{Lu}/u.test(words[first]?.written ?? '')) continue
    const named = longestName(text, words, first, codebook)
    if (!named) continue
    const { last, party } = named
    found.push({ first, last, side: sideOf(party), type: party.type })
    first = last
  }
  return found
}

function longestName(
  text: string,
  words: readonly TextWord[],
  first: number,
  codebook: Codebook,
): { last: number; party: CodebookParty } | null {
  for (let last = first + LONGEST_NAME_WORDS - 1; last >= first; last--) {
    const end = words[last]
    if (!end || end.sentence !== words[first]?.sentence) continue
    const [use] = findNames(codebook.names, text.slice(words[first].start, end.end))
    if (use) return { last, party: use.party }
  }
  return null
}

/** The record's own references ("his country", "Putin"), where they first stand in the words. */
function writtenRefs(
  words: readonly TextWord[],
  record: CodedRecord,
  sides: Sides,
  ground: FindingGround,
): SideMention[] {
  return partiesOfRecord(record).flatMap((ref) => {
    const side = sides.sideOf(ref)
    const parts = ref.name.split(/\s+/u)
    const first = words.findIndex((_, at) =>
      parts.every((part, offset) => words[at + offset]?.written === part),
    )
    if (!side || first < 0) return []
    const type = ground.parties.get(side.id)?.type ?? null
    return [{ first, last: first + parts.length - 1, side, type }]
  })
}

function firstPersons(
  words: readonly TextWord[],
  speaker: PartyRef | null,
  ground: FindingGround,
): SideMention[] {
  if (!speaker) return []
  const type = ground.parties.get(speaker.id)?.type ?? null
  return words.flatMap(({ written }, at) =>
    FIRST_PERSON.test(written) ? [{ first: at, last: at, side: speaker, type }] : [],
  )
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset)
}
