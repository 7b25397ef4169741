import { boilerplateRuleOf, isListHeading, isRestHeading, isSectionLabel } from './boilerplate.js'
import type { LinePosition } from './boilerplate.js'
import { isPersonName, parseCredit, parseHeadByline } from './bylines.js'
import type { Byline } from './bylines.js'
import { placeOfLine } from './dateline.js'
import { parseDateHeader } from './headers.js'
import { isBullet, isProse } from './lines.js'
import type { TextLine } from './lines.js'
import { withoutLinkLists } from './links.js'
import { outletNamed } from './outlets.js'
import { chooseTitle, withoutTitle } from './title.js'
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

/** What the rounds ask of a line; each answer is found once a document. */
interface Answers {
  readonly isStory: (line: string) => boolean
  readonly ruleAt: Readonly<Record<LinePosition, (line: string) => string | null>>
}

/** How many lines below the first sentence may still belong to the header. */
const BELOW_DECK = 3
/**
 * Takes away what is not part of the report. `knownTitle` is the title where the retrieval gave one; else the line
 * above the report that reads as one becomes the title and leaves the lines.
 */
export function cleanLines(all: readonly TextLine[], knownTitle: string | null): CleanLines {
  const facts: Facts = { title: knownTitle, bylines: [], place: null, publisher: null, date: null }
  const answers = answersOfDocument()
  let lines = withoutComment(all)
  for (let before = -1; before !== lines.length;) {
    before = lines.length
    lines = onePass(lines, facts, answers)
  }
  const left = new Set(lines)
  const removed = all.filter((line) => !left.has(line)).map((line) => line.text)
  return { lines, ...facts, removed }
}

/** Most lines stay through all rounds, and every round asks the same of them. */
function answersOfDocument(): Answers {
  const ruleAt = (position: LinePosition) =>
    remembered((line: string) => boilerplateRuleOf(line, position))
  return {
    isStory: remembered((line) => isProse(line) && !parseCredit(line)),
    ruleAt: { head: ruleAt('head'), body: ruleAt('body'), tail: ruleAt('tail') },
  }
}

function remembered<T>(ask: (line: string) => T): (line: string) => T {
  const known = new Map<string, T>()
  return (line) => {
    const answer = known.get(line)
    if (answer !== undefined) return answer
    const fresh = ask(line)
    known.set(line, fresh)
    return fresh
  }
}

/** One round of all rules; taking lines away may lay bare others, so rounds go on until nothing changes. */
function onePass(lines: readonly TextLine[], facts: Facts, answers: Answers): readonly TextLine[] {
  const withoutLinks = withoutLinkLists(withoutBoilerplate(lines, facts, answers, isLinkHeading))
  const kept = withoutBoilerplate(withoutLinks, facts, answers, () => false)
  if (facts.title === null) facts.title = chooseTitle(kept)
  return withoutTitle(kept, facts.title)
}

/** A first line "# Written for …." is a comment of the file, as in many plain-text collections. */
function withoutComment(lines: readonly TextLine[]): readonly TextLine[] {
  const first = lines[0]?.text ?? ''
  return /^#+ .*[.;]/.test(first) && lines.length > 1 ? lines.slice(1) : lines
}

/** Headings of lists stay until the lists are taken away with them. */
function isLinkHeading(line: string): boolean {
  return isListHeading(line) || isRestHeading(line)
}

function withoutBoilerplate(
  lines: readonly TextLine[],
  facts: Facts,
  { isStory, ruleAt }: Answers,
  isExempt: (line: string) => boolean,
): TextLine[] {
  const prose = lines.map((line) => isStory(line.text))
  const isOwn = (at: LinePosition) => (is: boolean, i: number) =>
    is && ruleAt[at](lines[i]?.text ?? '') === null
  const first = prose.findIndex(isOwn('head'))
  const last = prose.findLastIndex(isOwn('tail'))
  return lines.filter(({ text }, i) => {
    const position = first === -1 ? 'body' : i < first ? 'head' : i > last ? 'tail' : 'body'
    if (position === 'head' && isHeaderFact(lines, i, facts)) return false
    if (position === 'tail' && isFooterFact(text, facts)) return false
    const belowDeck = position === 'body' && first !== -1 && i <= first + BELOW_DECK && !prose[i]
    if (belowDeck && isDeckFact(lines, i, facts)) return false
    return isExempt(text) || ruleAt[position](text) === null
  })
}

/** Day and writer may stand below a deck that reads as a sentence: "By Jane Doe", "Berlin, 29 September 2023". */
function isDeckFact(lines: readonly TextLine[], i: number, facts: Facts): boolean {
  const line = lines[i]?.text ?? ''
  const year = parseDateHeader(line)?.date.year ?? null
  const isByline = /^by /i.test(line) && parseHeadByline(line) !== null
  return (year !== null || isByline) && isHeaderFact(lines, i, facts)
}

/** Does the line above a report give its day, writer or outlet? They become facts. */
function isHeaderFact(lines: readonly TextLine[], i: number, facts: Facts): boolean {
  const line = lines[i]?.text ?? ''
  const header = parseDateHeader(line)
  const byline = header ? null : (parseHeadByline(line) ?? nameBesideDay(lines, i))
  const outlet = outletAlone(line)
  facts.date ??= header?.date ?? null
  facts.publisher ??= header?.publisher ?? outlet
  // A place alone ("ANKARA") is a dateline: it is recognised and stays.
  facts.place ??= header?.place ?? byline?.place ?? placeOfLine(line)
  const names = header?.byline ?? byline?.names
  if (names !== undefined && names !== null) facts.bylines.push(names)
  return Boolean(header ?? byline ?? outlet)
}

/** A person's name on a line of its own, above or below the day: the writer. */
function nameBesideDay(lines: readonly TextLine[], i: number): Byline | null {
  const line = lines[i]?.text ?? ''
  const isDay = (at: number) => parseDateHeader(lines[at]?.text ?? '') !== null
  if (!isPersonName(line) || placeOfLine(line) !== null || !(isDay(i - 1) || isDay(i + 1)))
    return null
  return { names: line, place: null }
}

/** A line that is nothing but the name of a known outlet. */
function outletAlone(line: string): string | null {
  return line.length < 3 || isSectionLabel(line) ? null : outletNamed(line)
}

function isFooterFact(line: string, facts: Facts): boolean {
  const credit = parseCredit(line) ?? parseHeadByline(line)
  if (credit) {
    facts.bylines.push(credit.names)
    return true
  }
  const header = isBullet(line) ? null : parseDateHeader(line)
  const outlet = outletAlone(line)
  facts.date ??= header?.date ?? null
  facts.publisher ??= outlet
  return Boolean(header ?? outlet)
}
