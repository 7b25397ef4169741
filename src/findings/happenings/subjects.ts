import { nameKey, type Codebook } from '../../codebook/index.js'
import type { EventRecord } from '../../core/index.js'
import { WORD_RULE } from './happening-rules.js'
import { isCommon, stemOf, wordsOf, type TextWord } from '../words.js'

/** What an event is about, as far as its words tell: enough to see that two acts of one day are not one. */

/** Gives the words of a record's evidence that tell its subject, as stems. */
export type SubjectWords = (record: EventRecord) => ReadonlySet<string>

const WITHOUT: ReadonlySet<string> = new Set(
  WORD_RULE.without.flatMap((line) => line.split(' ').map((word) => stemOf(word))),
)

/**
 * Words of the subject: those of the evidence without names of states and bodies, offices, the words by which the
 * codebook knows the event type, and words that say nothing of a subject (`happening-rules.json`).
 */
export function subjectWords(codebook: Codebook): SubjectWords {
  const offices = new Set([...codebook.offices.keys()].flatMap((title) => title.split(' ')))
  const says = ({ written, stem }: TextWord, event: EventRecord['event']): boolean => {
    const key = nameKey(written)
    if (isCommon(stem) || WITHOUT.has(stem) || /^\d+$/u.test(key) || offices.has(key)) return false
    if (codebook.names.names.has(key)) return false
    return !codebook.eventCues.byForm.get(key)?.some((cue) => cue.event === event)
  }
  return (record) => {
    const parties = [...record.actor, ...record.recipient]
    const named = new Set(parties.flatMap(({ name }) => wordsOf(name).map(({ stem }) => stem)))
    const words = record.evidence.flatMap((one) => wordsOf(one.text))
    return new Set(
      words
        .filter((word) => !named.has(word.stem) && says(word, record.event))
        .map(({ stem }) => stem),
    )
  }
}

/** Have two records enough words in common to be about one subject? By the rule of `happening-rules.json`. */
export function shareSubject(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const word of few) if (many.has(word)) shared++
  return shared >= WORD_RULE.least && shared >= WORD_RULE.leastShare * few.size
}
