import { partiesOfRecord } from '../../core/index.js'
import type { StatementRecord } from '../../core/index.js'
import type { Codebook } from '../../codebook/index.js'
import type { ToldFact } from './facts.js'
import { recordsOf, type FindingGround } from '../ground.js'
import { likenessIndex, likeTextOf, type LikeText } from '../likeness.js'
import { joinLinks, type RecordLink } from '../linked-records.js'
import { markersIn, matterLexiconOf } from '../claims/matters.js'
import { notesOn } from '../notes.js'
import { joined } from '../quoting.js'
import type { Sides } from '../sides.js'
import { wordsOf, type TextWord } from '../words.js'

/** Statements of speakers for different sides that say the same: their sentences share most of their rare words and a party. */

const LOWEST_LIKENESS = 0.6
const FEWEST_SHARED = 4
const FEWEST_STEMS = 4

interface SaidSentence {
  readonly text: LikeText
  readonly record: StatementRecord
  readonly isTurned: boolean
  /** Id of the speaker's side, and of all sides that the statement names. */
  readonly speaker: string | null
  readonly sides: ReadonlySet<string>
}

/** Groups of statements that say the same. Time: near linear in the statements (see `likenessIndex`). */
export function sayingFacts(
  ground: FindingGround,
  codebook: Codebook,
  sides: Sides,
): readonly ToldFact[] {
  const known = SENTENCES(ground, codebook)
  const sentences = recordsOf(ground, 'statement').flatMap((record) =>
    known(record, () => sentencesOf(record, codebook, sides)),
  )
  const index = likenessIndex(sentences.map(({ text }) => text))
  const byText = new Map(sentences.map((sentence) => [sentence.text, sentence]))
  const links = sentences.flatMap((a) =>
    index.nearTo(a.text).flatMap((near): RecordLink[] => {
      const b = byText.get(near)
      // A pair is met from both sides; the lighter text's rare words lead surely to the other.
      if (!b || index.weightOf(near) < index.weightOf(a.text) || !saySame(a, b)) return []
      const { share, shared } = index.likenessOf(a.text, b.text)
      const isAlike = share >= LOWEST_LIKENESS && shared.length >= FEWEST_SHARED
      return isAlike ? [{ a: a.record, b: b.record, strength: share }] : []
    }),
  )
  return joinLinks(links).map(({ records, strength }): ToldFact => {
    const parties = sides.sidesOf(records.flatMap(partiesOfRecord))
    const speakers = joined(
      sides
        .sidesOf(records.flatMap((record) => (record.kind === 'statement' ? [record.speaker] : [])))
        .map(({ name }) => name),
    )
    return { records, parties, what: `the same in the words of ${speakers}`, fit: strength }
  })
}

const SENTENCES = notesOn<readonly SaidSentence[]>()

function sentencesOf(
  record: StatementRecord,
  codebook: Codebook,
  sides: Sides,
): readonly SaidSentence[] {
  const words = wordsOf(record.content)
  const names = partiesOfRecord(record).map(({ name }) => name)
  const own = {
    record,
    speaker: sides.sideOf(record.speaker)?.id ?? null,
    sides: new Set(sides.sidesOf(partiesOfRecord(record)).map(({ id }) => id)),
  }
  const reverse = markersIn(matterLexiconOf(codebook), words).get('reverse') ?? new Set()
  const sentences = new Map<number, TextWord[]>()
  for (const word of words) {
    const there = sentences.get(word.sentence)
    if (there) there.push(word)
    else sentences.set(word.sentence, [word])
  }
  return [...sentences].flatMap(([number, said]): SaidSentence[] => {
    const first = said[0]?.start ?? 0
    const text = likeTextOf(record, record.content.slice(first, said.at(-1)?.end), names)
    if (text.stems.size < FEWEST_STEMS) return []
    const turns = [...reverse].filter((at) => words[at]?.sentence === number)
    return [{ ...own, text, isTurned: turns.length % 2 === 1 }]
  })
}

/** Are two sentences of speakers for two sides, on a common party, and both with or both without a "not"? */
function saySame(a: SaidSentence, b: SaidSentence): boolean {
  if (a.speaker === null || b.speaker === null || a.speaker === b.speaker) return false
  return a.isTurned === b.isTurned && [...a.sides].some((side) => b.sides.has(side))
}
