import { isSectionLabel } from './boilerplate.js'
import { datelineOfLine, parseDateline, placeOfLine } from './dateline.js'
import { isBullet, isProse, stopsShort } from './lines.js'
import type { TextLine } from './lines.js'
import { lineKey, wordCount } from './normalise.js'

/** The title among the lines above a report, and its repetitions. */

const LONGEST_TITLE_WORDS = 40
const SHORTEST_TITLE_WORDS = 5
const LONGEST_LABEL_WORDS = 4
/** A label such as "Details:" or "VOICE:" opens a line of the report, never a title. */
const LABELLED =
  /^(?:\p{Lu}{3,}|Source|Sources|Details|Quote|Background|Update|Note)\b[^:]{0,60}:(?:\s|$)/u

/** The line above the report that reads as its title: five words or more, or the only line there. */
export function chooseTitle(lines: readonly TextLine[]): string | null {
  const firstProse = lines.findIndex((line) => isProse(line.text))
  const first = lines[0]?.text
  if (first === undefined || firstProse === -1) return null
  if (firstProse === 0) return lines.length > 1 && isQuestionTitle(first) ? first : null
  const head = lines.slice(0, firstProse).map((line) => line.text)
  // A line that goes on in small letters on the next is a broken sentence, not a title.
  const candidates = head.filter(
    (line, i) =>
      isTitleLike(line) && !isDateline(line) && !/^\p{Ll}/u.test(lines[i + 1]?.text ?? ''),
  )
  const long = candidates.find((line) => wordCount(line) >= SHORTEST_TITLE_WORDS)
  return long ?? candidates.find((line) => !isSectionLabel(line)) ?? null
}

function isDateline(line: string): boolean {
  return placeOfLine(line) !== null || datelineOfLine(line) !== null || parseDateline(line) !== null
}

function isTitleLike(line: string): boolean {
  const words = wordCount(line)
  if (words < 2 || words > LONGEST_TITLE_WORDS || isBullet(line) || LABELLED.test(line))
    return false
  return !/[.:;,]["”’]?$/.test(line) && !stopsShort(line)
}

/** "Can Kazakhstan keep its balance between Russia and the West?" reads as a sentence but stands as a title. */
function isQuestionTitle(line: string): boolean {
  return (
    /[?!]["”’]?$/.test(line) &&
    wordCount(line) <= 20 &&
    !/[.?!]["”’]?\s/.test(line) &&
    !/^["“]/.test(line)
  )
}

/**
 * Without the title wherever it is repeated above the report, and without section labels there; above the title any
 * short label goes. A text without running prose is left as it is.
 */
export function withoutTitle(
  lines: readonly TextLine[],
  title: string | null,
): readonly TextLine[] {
  const key = title === null ? null : lineKey(title)
  const isTitle = (line: TextLine) => key !== null && lineKey(line.text) === key
  const firstProse = lines.findIndex((line) => isProse(line.text) && !isTitle(line))
  if (firstProse === -1) return lines
  const at = lines.slice(0, firstProse).findIndex(isTitle)
  return lines.filter((line, i) => {
    if (i >= firstProse) return true
    return !isTitle(line) && !(i < at && isLabel(line.text)) && !isSectionLabel(line.text)
  })
}

function isLabel(line: string): boolean {
  return (
    isSectionLabel(line) ||
    (wordCount(line) <= LONGEST_LABEL_WORDS && !/[.:!?]$/.test(line) && placeOfLine(line) === null)
  )
}
