import { isListHeading, isRestHeading } from './boilerplate.js'
import { isBullet, isProse } from './lines.js'
import type { TextLine } from './lines.js'
import { wordCount } from './normalise.js'

/** Lists of links to other reports, and what stands below a report: headings and the lines that go with them. */

const LONGEST_TEASER_WORDS = 24
const SHORTEST_TEASER_WORDS = 5

/** The lines without link lists ("Related Articles" and the titles under it) and without comment sections. */
export function withoutLinkLists(lines: readonly TextLine[]): TextLine[] {
  const kept = [...lines]
  for (let i = 0; i < kept.length; i++) {
    const text = kept[i]?.text ?? ''
    if (isRestHeading(text) && mostProseIsBefore(kept, i)) return kept.slice(0, i)
    if (!isListHeading(text)) continue
    // Above the report (a column of latest news) only the heading is told for certain.
    const teasers = kept.slice(0, i).some((line) => isProse(line.text)) ? teasersAfter(kept, i) : 0
    kept.splice(i, 1 + teasers)
    i--
  }
  return kept
}

/** How many lines after a list's heading are titles of the list. */
function teasersAfter(lines: readonly TextLine[], heading: number): number {
  const after = lines.slice(heading + 1)
  const stop = after.findIndex((line) => !isTeaser(line.text))
  const run = stop === -1 ? after.length : stop
  if (!after.slice(run).some((line) => isProse(line.text))) return run
  return firstGroup(after.slice(0, run))
}

/**
 * The report goes on below: only list items, or titles that stand together, go with the heading. One that stands between blank
 * lines goes if it is as long as a title; a short one may be a heading of the report itself.
 */
function firstGroup(run: readonly TextLine[]): number {
  const items = run.findIndex((line) => !isBullet(line.text))
  if (items !== 0) return items === -1 ? run.length : items
  const gap = run.findIndex((line, i) => i > 0 && line.gap)
  const size = gap === -1 ? run.length : gap
  const [only] = run
  if (size > 1 || !only) return size
  return wordCount(only.text) >= SHORTEST_TEASER_WORDS ? 1 : 0
}

function isTeaser(line: string): boolean {
  return (
    wordCount(line) <= LONGEST_TEASER_WORDS &&
    !/(?:[.;:,…]["”’)]*|\p{L}:)$/u.test(line) &&
    !/^["“‘]/.test(line)
  )
}

function mostProseIsBefore(lines: readonly TextLine[], at: number): boolean {
  const words = (some: readonly TextLine[]) =>
    some.reduce((sum, line) => sum + wordCount(line.text), 0)
  const before = words(lines.slice(0, at))
  return before > 0 && before >= words(lines.slice(at))
}
