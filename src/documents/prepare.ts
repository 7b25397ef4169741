import { documentIdOf, issueOf } from '../core/index.js'
import type { Issue, NewsDocument, NewsReport, Outcome } from '../core/index.js'
import { countCharacters, isLetter } from './characters.js'
import { findCitedSources, uniqueNames } from './citations.js'
import { cleanLines } from './clean.js'
import type { CleanLines } from './clean.js'
import { DATELINE_PARAGRAPHS, datelineOfLine, parseDateline } from './dateline.js'
import type { Dateline } from './dateline.js'
import { readHtml } from './html.js'
import type { HtmlMetadata } from './htmlMetadata.js'
import { guessLanguage } from './language.js'
import { isProse, linesOf, textOfLines } from './lines.js'
import { textOfMarkdown } from './markdown.js'
import { normaliseText } from './normalise.js'
import { outletNamed, outletOfUrl, writtenOutletName } from './outlets.js'
import { publicationDayOf } from './publicationDay.js'
import type { PublicationDay } from './publicationDay.js'
import { publisherOfFurniture, publisherOfText, trailingAgency } from './publisher.js'
import { dayOfIso, isoOfDay } from './reportDay.js'

export interface PrepareOptions {
  /** The day of reading, an ISO date: it only bounds inferred years. */
  readonly asOf: string
  /** What the user says of reports that don't say it themselves. */
  readonly defaults: { readonly published: string | null; readonly publisher: string | null }
}

interface Body {
  readonly text: string
  readonly metadata: HtmlMetadata | null
}

interface Facts {
  readonly report: NewsReport
  readonly metadata: HtmlMetadata | null
  readonly cleaned: CleanLines
  readonly paragraphs: readonly string[]
  readonly text: string
  readonly dateline: Dateline | null
  readonly url: string | null
}

/** Letters that a report has at the least. */
const FEWEST_LETTERS = 15

/**
 * The clean document of a report: boilerplate taken away; title, publisher, place, day, byline and cited sources
 * found. Null, with an issue that says why, for a report without text or not in English. Never throws; the same
 * report and options give the same document.
 */
export function prepareDocument(
  report: NewsReport,
  options: PrepareOptions,
): Outcome<NewsDocument | null> {
  const body = bodyOf(report)
  if (body.value === null) return { value: null, issues: body.issues }
  const { text: bodyText, metadata } = body.value
  const given = report.title ?? metadata?.title ?? null
  const title = given === null ? null : normaliseText(given).replace(/\n+/g, ' ') || null
  const cleaned = cleanLines(linesOf(normaliseText(bodyText)), title)
  const text = textOfLines(cleaned.lines)
  const unreadable = refusalOf(report.source, bodyText, text)
  if (unreadable) return { value: null, issues: [...body.issues, unreadable] }
  const paragraphs = cleaned.lines.map((line) => line.text)
  const dateline = datelineOf(paragraphs)
  const url = report.url ?? metadata?.url ?? null
  const facts = { report, metadata, cleaned, paragraphs, text, dateline, url }
  const day = publishedOf(facts, options)
  const document = documentOf(facts, day, options)
  return { value: document, issues: [...body.issues, ...dayIssues(report.source, day)] }
}

function bodyOf(report: NewsReport): Outcome<Body | null> {
  if (report.format === 'html') return readHtml(report.body, report.source)
  const text = report.format === 'markdown' ? textOfMarkdown(report.body) : report.body
  return { value: { text, metadata: null }, issues: [] }
}

function refusalOf(source: string, bodyText: string, text: string): Issue | null {
  if (countCharacters(text, isLetter) < FEWEST_LETTERS) {
    const message =
      bodyText.trim() === ''
        ? 'The report is empty.'
        : 'Nothing was left after menus and adverts were taken away.'
    return issueOf(
      'document-without-text',
      'error',
      source,
      message,
      'Check that the file holds the text of the report.',
    )
  }
  const { english, likeliest } = guessLanguage(text)
  if (english) return null
  const message = `The text is not in English (it looks like “${likeliest}”).`
  return issueOf(
    'language-not-english',
    'error',
    source,
    message,
    'Chancery reads English only; give an English version.',
  )
}

/** The dateline stands in one of the first paragraphs. */
function datelineOf(paragraphs: readonly string[]): Dateline | null {
  for (const paragraph of paragraphs.slice(0, DATELINE_PARAGRAPHS)) {
    const dateline = isProse(paragraph) ? parseDateline(paragraph) : datelineOfLine(paragraph)
    if (dateline) return dateline
  }
  return null
}

function documentOf(
  facts: Facts,
  day: PublicationDay | null,
  options: PrepareOptions,
): NewsDocument {
  const { report, metadata, cleaned, text, paragraphs, dateline } = facts
  const agency = dateline?.agency ?? trailingAgency(paragraphs, null)
  const cited = uniqueNames([
    agency === null ? null : writtenOutletName(agency, text),
    ...findCitedSources(paragraphs),
  ])
  const own = agency === null ? publisherOfText(paragraphs, text) : null
  const publisher = publisherOf(facts, agency, cited) ?? own ?? options.defaults.publisher
  const published = day?.published ?? null
  const bylines = [...new Set(cleaned.bylines)].filter((name) => name !== publisher).join('; ')
  return {
    kind: 'document',
    id: documentIdOf(text, publisher, published),
    source: report.source,
    title: cleaned.title,
    publisher,
    url: facts.url,
    published,
    publishedBasis: day?.basis ?? null,
    place: dateline?.place ?? cleaned.place,
    language: 'en',
    citedSources: cited.filter((name) => name !== own),
    byline: metadata?.byline ?? (bylines === '' ? null : bylines),
    text,
    duplicateOf: null,
  }
}

/** Who published it: metadata, web address, header line, dateline's agency, furniture, the report's own words. */
function publisherOf(facts: Facts, agency: string | null, cited: readonly string[]): string | null {
  const { report, metadata, cleaned, text } = facts
  const named =
    report.publisher ?? metadata?.publisher ?? outletOfUrl(facts.url) ?? cleaned.publisher
  if (named !== null) return outletNamed(named) ?? named
  return (
    (agency === null ? null : writtenOutletName(agency, text)) ??
    publisherOfFurniture(cleaned.removed, cited)
  )
}

/** The day of publication: metadata, a full date in header or dateline, the web address, an inferred year, the default. */
function publishedOf(facts: Facts, { asOf, defaults }: PrepareOptions): PublicationDay | null {
  const stated = facts.report.published ?? facts.metadata?.published ?? null
  const day = stated === null ? null : dayOfIso(stated)
  if (day) return { published: isoOfDay(day), basis: 'metadata' }
  const lead = facts.paragraphs.filter(isProse).slice(0, 2).join('\n')
  const written = [facts.cleaned.date, facts.dateline?.date ?? null].filter((date) => date !== null)
  const full = written.find((date) => date.year !== null)
  if (full) return publicationDayOf(full, lead, facts.text, asOf)
  const address = dayOfAddress(facts.url)
  if (address !== null) return { published: address, basis: 'metadata' }
  const given = defaults.published === null ? null : dayOfIso(defaults.published)
  const [date] = written
  const inferred = date ? publicationDayOf(date, lead, facts.text, asOf) : null
  if (given && (!date || !inferred || (given.month === date.month && given.day === date.day)))
    return { published: isoOfDay(given), basis: 'metadata' }
  return inferred
}

/** "https://example.org/2023/06/20/title" names its day. */
function dayOfAddress(url: string | null): string | null {
  const match = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(url ?? '')
  if (!match) return null
  const day = dayOfIso(`${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`)
  return day ? isoOfDay(day) : null
}

function dayIssues(source: string, day: PublicationDay | null): Issue[] {
  if (day === null)
    return [
      issueOf(
        'date-unknown',
        'warning',
        source,
        'The report does not say when it was published; “on Tuesday” and the like can’t be placed in the calendar.',
        'Give the day with --published, or as "published" in JSON Lines.',
      ),
    ]
  if (day.basis !== 'inferred') return []
  const message = `The report gives no year; ${day.published} is the latest day that fits.`
  return [
    issueOf(
      'date-inferred',
      'note',
      source,
      message,
      'If the year is wrong, give the day with --published.',
    ),
  ]
}
