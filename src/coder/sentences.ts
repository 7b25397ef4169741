import type { Issue, TokenRange } from '../core/index.js'
import { issueOf } from '../core/index.js'
import type { Scene } from './scene.js'

/** What came of going through the sentences: the results in order, and an issue for each sentence that failed. */
export interface SentenceResults<T> {
  readonly results: T[]
  readonly issues: Issue[]
}

/**
 * Go through the sentences of a scene. A sentence on which `code` throws is left out with an issue
 * `sentence-not-parsed`; the others go on.
 */
export function forEachSentence<T>(
  scene: Scene,
  passName: string,
  code: (sentence: TokenRange, number: number) => readonly T[],
): SentenceResults<T> {
  const results: T[] = []
  const issues: Issue[] = []
  scene.reading.sentences.forEach((sentence, number) => {
    try {
      results.push(...code(sentence, number))
    } catch (error) {
      issues.push(notParsed(scene, passName, `sentence ${number + 1}`, error))
    }
  })
  return { results, issues }
}

/** The issue for a part of a document on which a pass failed. */
export function notParsed(scene: Scene, passName: string, part: string, error: unknown): Issue {
  const why = error instanceof Error ? error.message : String(error)
  return issueOf(
    'sentence-not-parsed',
    'warning',
    `${scene.document.source}, ${part}`,
    `The pass "${passName}" could not code this part: ${why}.`,
    'Other parts were coded; please report the sentence.',
  )
}
