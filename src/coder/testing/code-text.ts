import type { Coding, NewsDocument, PartyRecord } from '../../core/index.js'
import { codeReading } from '../code-reading.js'
import type { Scene } from '../scene.js'
import { extendScene, openScene } from '../scene.js'
import { findParties } from '../parties/index.js'
import { indexPersons } from '../parties/known-persons.js'
import type { ReadingNotes } from './build-reading.js'
import { buildDocument, buildReading } from './build-reading.js'
import { testCodebook } from './test-codebook.js'

/** Code a text with hand-written notes; fails when a pass failed. */
export function codeText(
  text: string,
  notes: ReadingNotes = {},
  known: readonly PartyRecord[] = [],
  fields: Partial<NewsDocument> = {},
): Coding {
  const outcome = codeReading(
    buildDocument(text, fields),
    buildReading(text, notes),
    testCodebook,
    indexPersons(known),
  )
  const failed = outcome.issues.find(
    (issue) => issue.code === 'sentence-not-parsed' || issue.code === 'record-invalid',
  )
  if (failed) throw new Error(failed.message)
  return outcome.value
}

/** The scene of a text after the pass `parties`. */
export function partiesScene(
  text: string,
  notes: ReadingNotes = {},
  known: readonly PartyRecord[] = [],
): Scene {
  const scene = openScene(
    buildDocument(text),
    buildReading(text, notes),
    testCodebook,
    indexPersons(known),
  )
  return extendScene(scene, findParties(scene))
}

/** What each mention means, as `words → party, party`, in order. */
export function mentionLines(scene: Scene): string[] {
  return scene.mentions.map((mention) => {
    const names = mention.parties.map((id) => scene.parties.get(id)?.name ?? id)
    return `${mention.words} → ${names.join(' + ')}`
  })
}
