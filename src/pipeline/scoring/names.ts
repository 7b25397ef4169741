import type { NameType, TokenRange } from '../../core/index.js'
import type { HitCounts } from './counts.js'
import { countShared, NO_COUNTS, addCounts } from './counts.js'

export interface NameSpan extends TokenRange {
  readonly type: NameType
}

export interface ScoredNames {
  readonly gold: readonly NameSpan[]
  readonly found: readonly NameSpan[]
}

export interface NameCounts {
  readonly all: HitCounts
  readonly perType: Readonly<Record<NameType, HitCounts>>
}

export const NAME_TYPES: readonly NameType[] = ['person', 'organisation', 'place']

/** Counts of names found with exactly the annotated words and type, over all sentences and by type. */
export function countNames(sentences: readonly ScoredNames[]): NameCounts {
  const perType = { person: NO_COUNTS, organisation: NO_COUNTS, place: NO_COUNTS }
  for (const { gold, found } of sentences)
    for (const type of NAME_TYPES) {
      const ofType = (spans: readonly NameSpan[]): NameSpan[] =>
        spans.filter((span) => span.type === type)
      const counts = countShared(
        ofType(gold),
        ofType(found),
        ({ first, last }) => `${first}-${last}`,
      )
      perType[type] = addCounts(perType[type], counts)
    }
  return { all: NAME_TYPES.map((type) => perType[type]).reduce(addCounts, NO_COUNTS), perType }
}

/**
 * Names of a sentence's IOB2 tags. `typeOf` maps the tags' types; null leaves a span out. An `I-` that follows no tag of
 * its type opens a name, as conlleval reads it.
 */
export function namesOfTags(
  tags: readonly string[],
  typeOf: (type: string) => NameType | null,
): NameSpan[] {
  const names: NameSpan[] = []
  let first = -1
  let open = ''
  const close = (last: number): void => {
    const type = first < 0 ? null : typeOf(open)
    if (type) names.push({ first, last, type })
    first = -1
  }
  tags.forEach((tag, i) => {
    const type = tag.slice(2)
    if (first >= 0 && tag.startsWith('I-') && type === open) return
    close(i)
    if (tag === 'O') return
    first = i
    open = type
  })
  close(tags.length)
  return names
}
