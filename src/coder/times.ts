import type { Issue, ReadTime, RecordTime } from '../core/index.js'
import { spansOverlap } from '../core/index.js'
import { rangeOfSpan, spanOf } from './parse.js'
import type { PassResult, Scene, SceneTime } from './scene.js'
import type { FoundTime } from './time/index.js'
import { findTimes, nextAnchor, resolveFound, resolveTime, tenseHintAt } from './time/index.js'

/**
 * The pass `times`: the time expressions of a document with their places in the calendar. The rules' expressions come
 * first; what only the reader sees is added. Each is placed by the day of publication, the tense around it and the
 * time named before it.
 */
export function placeTimes(scene: Scene): PassResult {
  const found = findTimes(scene.document.text)
  const times: SceneTime[] = []
  const issues: Issue[] = []
  let anchor: RecordTime | null = null
  for (const one of found) {
    const range = readTimeOf(scene, one)
    if (!range) continue
    const resolved = resolveFound(one, contextAt(scene, one, anchor))
    anchor = nextAnchor(one, resolved, anchor)
    issues.push(...resolved.issues)
    times.push({ range, value: resolved.time })
  }
  times.push(...readerTimes(scene, found))
  times.sort((a, b) => a.range.first - b.range.first)
  return { issues, facts: { times, foundTimes: found } }
}

function contextAt(scene: Scene, span: { start: number; end: number }, anchor: RecordTime | null) {
  const { published, publishedBasis, text } = scene.document
  return { published, publishedBasis, tenseHint: tenseHintAt(text, span), anchor }
}

function readTimeOf(scene: Scene, found: FoundTime): ReadTime | null {
  const range = rangeOfSpan(scene.parse, found)
  return range && { ...range, type: found.type, score: 1 }
}

/** Expressions of the reader that no rule found, where their words can be placed. */
function readerTimes(scene: Scene, found: readonly FoundTime[]): SceneTime[] {
  return scene.reading.times.flatMap((range): SceneTime[] => {
    const span = spanOf(scene.parse, range)
    if (found.some((one) => spansOverlap(one, span))) return []
    const words = scene.document.text.slice(span.start, span.end)
    const { time } = resolveTime(words, contextAt(scene, span, null))
    return time ? [{ range, value: time }] : []
  })
}
