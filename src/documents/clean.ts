import { boilerplateRuleOf, isListHeading, isSectionLabel } from './boilerplate.js'
import { parseCredit, parseHeadByline } from './bylines.js'
import { placeOfLine } from './dateline.js'
import { parseDateHeader } from './headers.js'
import { isBullet, isProse } from './lines.js'
import type { TextLine } from './lines.js'
import { withoutLinkLists } from './links.js'
import { lineKey, wordCount } from './normalise.js'
import type { WrittenDate } from './writtenDates.js'

/** The lines of a report: what is not part of it taken away, what its header says of it kept as facts. */

export interface CleanLines {
  readonly lines: readonly TextLine[]
  readonly title: string | null
  readonly bylines: readonly string[]
  readonly place: string | null
  readonly publisher: string | null
  readonly date: WrittenDate | null
  /** The lines taken away, in order. */
  readonly removed: readonly string[]
}

interface Facts {
  title: string | null
  bylines: string[]
  place: string | null
  publisher: string | null
  date: WrittenDate | null
}

const LONGEST_TITLE_WORDS = 40
const SHORTEST_TITLE_WORDS = 5
/** How many lines below the first sentence may still belong to the header. */
const BELOW_DECK = 3
const LONGEST_LABEL_WORDS = 4
/** A label such as "Details:" or "VOICE:" opens a line of the report, never a title. */
const LABELLED =
  /^(?:\p{Lu}{3,}|Source|Sources|Details|Quote|Background|Update|Note)\b[^:]{0,60}:(?:\s|$)/u

/**
 * Takes away what is not part of the report. `knownTitle` is the title where the retrieval gave one; else the line
 * above the report that reads as one becomes the title and leaves the lines.
 */
export function cleanLines(all: readonly TextLine[], knownTitle: string | null): CleanLines {
  const facts: Facts = { title: knownTitle, bylines: [], place: null, publisher: null, date: null }
  let lines = withoutComment(all)
  for (let before = -1; before !== lines.length;) {
    before = lines.length
    lines = onePass(lines, facts)
  }
  const left = new Set(lines)
  const removed = all.filter((line) => !left.has(line)).map((line) => line.text)
  return { lines, ...facts, removed }
}

/** One round of all rules; taking lines away may lay bare others, so rounds go on until nothing changes. */
function onePass(lines: readonly TextLine[], facts: Facts): readonly TextLine[] {
  const kept = withoutBoilerplate(withoutLinkLists(withoutBoilerplate(lines, facts)), facts)
  if (facts.title === null) facts.title = chooseTitle(kept)
  return withoutTitle(kept, facts)
}

/** A first line "# Written for …." is a comment of the file, as in many plain-text collections. */
function withoutComment(lines: readonly TextLine[]): readonly TextLine[] {
  const first = lines[0]?.text ?? ''
  return /^#+ .*[.;]/.test(first) && lines.length > 1 ? lines.slice(1) : lines
}

function withoutBoilerplate(lines: readonly TextLine[], facts: Facts): TextLine[] {
  const prose = lines.map(
    (line) =>
      isProse(line.text) && !boilerplateRuleOf(line.text, 'body') && !parseCredit(line.text),
  )
  const first = prose.indexOf(true)
  const last = prose.lastIndexOf(true)
  return lines.filter((line, i) => {
    if (first === -1) return boilerplateRuleOf(line.text, 'body') === null
    const position = i < first ? 'head' : i > last ? 'tail' : 'body'
    if (position === 'head' && isHeaderFact(line.text, facts)) return false
    if (position === 'tail' && isFooterFact(line.text, facts)) return false
    const belowDeck = position === 'body' && i <= first + BELOW_DECK && !prose[i]
    if (belowDeck && isDeckFact(line.text, facts)) return false
    return isListHeading(line.text) || boilerplateRuleOf(line.text, position) === null
  })
}

/** Day and writer may stand below a deck that reads as a sentence: "By Jane Doe", "Berlin, 29 September 2023". */
function isDeckFact(line: string, facts: Facts): boolean {
  const stated =
    parseDateHeader(line)?.date.year ?? (/^by /i.test(line) ? parseHeadByline(line) : null)
  return stated !== null && isHeaderFact(line, facts)
}

function isHeaderFact(line: string, facts: Facts): boolean {
  const header = parseDateHeader(line)
  if (header) {
    facts.date ??= header.date
    facts.publisher ??= header.publisher
    facts.place ??= header.place
    if (header.byline !== null) facts.bylines.push(header.byline)
    return true
  }
  const byline = parseHeadByline(line)
  if (byline) {
    facts.bylines.push(byline.names)
    facts.place ??= byline.place
    return true
  }
  // A place alone is a dateline: it is recognised and stays.
  facts.place ??= placeOfLine(line)
  return false
}

function isFooterFact(line: string, facts: Facts): boolean {
  const credit = parseCredit(line) ?? parseHeadByline(line)
  if (credit) {
    facts.bylines.push(credit.names)
    return true
  }
  const header = parseDateHeader(line)
  if (!header || isBullet(line)) return false
  facts.date ??= header.date
  return true
}

/** The line above the report that reads as its title: five words or more, or the only line there. */
function chooseTitle(lines: readonly TextLine[]): string | null {
  const firstProse = lines.findIndex((line) => isProse(line.text))
  const first = lines[0]?.text
  if (first === undefined || firstProse === -1) return null
  if (firstProse === 0) return lines.length > 1 && isQuestionTitle(first) ? first : null
  const head = lines.slice(0, firstProse).map((line) => line.text)
  const candidates = head.filter((line) => isTitleLike(line) && placeOfLine(line) === null)
  const long = candidates.find((line) => wordCount(line) >= SHORTEST_TITLE_WORDS)
  return long ?? candidates.find((line) => !isSectionLabel(line)) ?? null
}

function isTitleLike(line: string): boolean {
  const words = wordCount(line)
  if (words < 2 || words > LONGEST_TITLE_WORDS || isBullet(line) || LABELLED.test(line))
    return false
  return !/[.:;,]["”’]?$/.test(line)
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

/** Without the title wherever it is repeated above the report, and without section labels above the title. */
function withoutTitle(lines: readonly TextLine[], { title }: Facts): readonly TextLine[] {
  if (title === null) return lines
  const key = lineKey(title)
  const firstProse = lines.findIndex((line) => isProse(line.text) && lineKey(line.text) !== key)
  const head = firstProse === -1 ? lines.length : firstProse
  const at = lines.findIndex((line, i) => i < head && lineKey(line.text) === key)
  return lines.filter((line, i) => {
    if (i >= head) return true
    if (lineKey(line.text) === key) return false
    return !(i < at && isLabel(line.text)) && !(at === -1 && isSectionLabel(line.text))
  })
}

function isLabel(line: string): boolean {
  return (
    isSectionLabel(line) ||
    (wordCount(line) <= LONGEST_LABEL_WORDS && !/[.:!?]$/.test(line) && placeOfLine(line) === null)
  )
}
