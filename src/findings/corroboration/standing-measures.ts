import { parseIso } from '../../core/index.js'
import type { CodedRecord, PartyRef } from '../../core/index.js'
import type { Codebook } from '../../codebook/index.js'
import { mentionsIn, type MentionFinder, type SideMention } from '../claims/mentions.js'
import type { ToldFact } from './facts.js'
import type { FindingGround } from '../ground.js'
import { groupedBy } from '../groups.js'
import { saidOn } from '../linked-records.js'
import { notesOn } from '../notes.js'
import { wordsOfRecord } from '../quoting.js'
import data from './standing-measures.json' with { type: 'json' }
import { sidesIn } from '../sides.js'
import { stemOf, wordsOf, type TextWord } from '../words.js'

/** Measures of one side against another that several records tell of in passing, as of something that is in force. */

/** The words name the measure; whether all else of the record is right matters little. */
const LOWEST_CONFIDENCE = 0.4
/** Words between the noun's lead and the name of whom it is on ("on the Russian"). */
const TARGET_REACH = 2
/** How far around a measure a word may say that it is not there, in words of its sentence. */
const UNLESS_REACH = 6
/** Reports further apart than this tell of different times. */
const SAME_TIME_DAYS = 366

const NOUNS: ReadonlySet<string> = new Set(data.nouns)
const LEADS: ReadonlySet<string> = new Set(data.leads)
const BLOCS: ReadonlyMap<string, string> = new Map(Object.entries(data.blocs))
const UNLESS: ReadonlySet<string> = new Set(
  data.unless.flatMap((line) => line.split(' ').map((word) => stemOf(word))),
)

interface ToldMeasure {
  readonly record: CodedRecord
  readonly noun: string
  /** Name of who imposes it. */
  readonly by: string
  readonly parties: readonly PartyRef[]
  readonly on: PartyRef
}

/** The same measure by the same side on the same side, told of within a year. */
export function measureFacts(ground: FindingGround, codebook: Codebook): readonly ToldFact[] {
  const mentions = mentionsIn(ground, codebook, sidesIn(ground), () => null)
  const known = MEASURES(ground, codebook)
  const told = ground.records.flatMap((record) =>
    record.confidence < LOWEST_CONFIDENCE ||
    (record.kind !== 'statement' && record.kind !== 'event')
      ? []
      : known(record, () => measuresIn(record, mentions)),
  )
  const groups = groupedBy(told, ({ noun, by, on }) => `${noun} ${by} ${on.id}`)
  return [...groups.values()].flatMap((group) =>
    byTime(ground, group).flatMap((same): ToldFact[] => {
      const [first] = same
      if (!first || same.length < 2) return []
      const what = `of ${first.by}’s ${first.noun} on ${first.on.name} as in force`
      return [{ records: same.map(({ record }) => record), parties: first.parties, what, fit: 0.7 }]
    }),
  )
}

const MEASURES = notesOn<readonly ToldMeasure[]>()

function measuresIn(record: CodedRecord, mentions: MentionFinder): readonly ToldMeasure[] {
  const text = wordsOfRecord(record)
  const words = wordsOf(text)
  const nouns = [...words.keys()].filter((at) => NOUNS.has(written(words, at)))
  if (nouns.length === 0) return []
  const named = mentions(text, words, record)
  return nouns.flatMap((at) => {
    const by = imposerOf(words, named, at)
    const on = targetOf(words, named, at)
    if (!by || !on || by.side?.id === on.id || !isStanding(words, at)) return []
    const parties = by.side ? [by.side, on] : [on]
    return [{ record, noun: written(words, at), by: by.name, parties, on }]
  })
}

const written = (words: readonly TextWord[], at: number): string =>
  words[at]?.written.toLowerCase() ?? ''

/** Who imposes a measure: the name right before its noun. */
function imposerOf(
  words: readonly TextWord[],
  named: readonly SideMention[],
  at: number,
): { readonly name: string; readonly side: PartyRef | null } | null {
  const mention = named.find(({ last }) => last === at - 1)
  if (mention) return { name: mention.side.name, side: mention.side }
  const bloc = BLOCS.get(written(words, at - 1))
  return bloc === undefined ? null : { name: bloc, side: null }
}

/** On whom a measure is: the first name that its lead leads to. */
function targetOf(
  words: readonly TextWord[],
  named: readonly SideMention[],
  at: number,
): PartyRef | null {
  if (!LEADS.has(written(words, at + 1))) return null
  const led = named.find(({ first }) => first > at + 1 && first <= at + 1 + TARGET_REACH)
  return led?.side ?? null
}

function isStanding(words: readonly TextWord[], at: number): boolean {
  const sentence = words[at]?.sentence
  return !words
    .slice(Math.max(0, at - UNLESS_REACH), at + UNLESS_REACH + 1)
    .some((word) => word.sentence === sentence && UNLESS.has(word.stem))
}

/** Groups of which each telling is within a year of the one before; those of unknown day go with the first. */
function byTime(ground: FindingGround, told: readonly ToldMeasure[]): readonly ToldMeasure[][] {
  const dayOf = ({ record }: ToldMeasure): number | null => parseIso(saidOn(ground, record) ?? '')
  const dated = told.filter((one) => dayOf(one) !== null)
  const groups: ToldMeasure[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const one of dated.toSorted((a, b) => (dayOf(a) ?? 0) - (dayOf(b) ?? 0))) {
    const day = dayOf(one) ?? 0
    if (day - last > SAME_TIME_DAYS) groups.push([one])
    else groups.at(-1)?.push(one)
    last = day
  }
  const undated = told.filter((one) => dayOf(one) === null)
  const [first = [], ...rest] = groups
  return [[...first, ...undated], ...rest]
}
