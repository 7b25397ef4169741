import type { PartyRef } from '../../core/index.js'
import { tagOf, tokenAt } from '../parse.js'
import type { Scene } from '../scene.js'
import { campOf } from './borders.js'
import type { FoundEvent } from './repeats.js'

/**
 * One event a happening in a document: what a headline says and the text says again, and what a bare noun speaks of
 * ("Lula's visit", "Tuesday's talks") when another sentence tells of it, is left out.
 */
export function dropMentionsAgain(scene: Scene, found: readonly FoundEvent[]): FoundEvent[] {
  const dropped = new Set<FoundEvent>()
  const headings = new Set(found.filter((event) => isInHeadline(scene, event)))
  for (const event of found) {
    const isHeading = headings.has(event)
    if (!isHeading && !isBareNoun(scene, event)) continue
    const told = found.some(
      (other) =>
        other !== event &&
        !dropped.has(other) &&
        isSameHappening(scene, event, other) &&
        (isHeading ? !headings.has(other) : isEarlier(event, other)),
    )
    if (told) dropped.add(event)
  }
  return found.filter((event) => !dropped.has(event))
}

/** Does the sentence of the event stand in the document's title, or repeat it? */
function isInHeadline(scene: Scene, event: FoundEvent): boolean {
  const title = scene.document.title
  const number = scene.reading.tokens[event.candidate.token]?.sentence ?? -1
  const sentence = scene.reading.sentences[number]
  if (!title || !sentence) return false
  const { text } = scene.document
  const start = tokenAt(scene.parse, sentence.first).start
  const words = text.slice(start, tokenAt(scene.parse, sentence.last - 1).end)
  return plain(title).includes(plain(words)) || plain(words).startsWith(plain(title))
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A noun without a verb of its own that says that it took place. */
function isBareNoun(scene: Scene, event: FoundEvent): boolean {
  return event.candidate.group.every((at) => /^NN/.test(tagOf(scene.parse, at)))
}

function isEarlier(event: FoundEvent, other: FoundEvent): boolean {
  return other.candidate.token < event.candidate.token || other.candidate.group.length > 1
}

function isSameHappening(scene: Scene, one: FoundEvent, two: FoundEvent): boolean {
  const [a, b] = [one.draft, two.draft]
  if (a.event !== b.event || (a.factuality === 'denied') !== (b.factuality === 'denied'))
    return false
  if (a.time && b.time && (a.time.end < b.time.start || b.time.end < a.time.start)) return false
  const camps = (refs: readonly PartyRef[]): Set<string | null> =>
    new Set(refs.map((ref) => campOf(scene, ref)))
  const mine = camps([...a.actor, ...a.recipient])
  const theirs = camps([...b.actor, ...b.recipient])
  return [...mine].every((camp) => theirs.has(camp))
}
