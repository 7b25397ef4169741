import { PLACES_FILE } from './dataFiles.js'
import { isAgencyMark, outletNamed } from './outlets.js'
import { findWrittenDates } from './writtenDates.js'
import type { WrittenDate } from './writtenDates.js'

/** Datelines: "Paris, June 17 (EFE).-", "BRUSSELS, 12 May 2023 /TASS/.", "NAIROBI, Kenya —". They stay in the text. */

export interface Dateline {
  /** Offset in the paragraph at which the story begins. */
  readonly end: number
  readonly place: string | null
  /** The agency as written, or null. */
  readonly agency: string | null
  readonly date: WrittenDate | null
}

const WINDOW = 160
/** A deck or a lone place may come before the paragraph that has it. */
export const DATELINE_PARAGRAPHS = 4
const PLACES = new Map(PLACES_FILE.places.map((place) => [placeKey(place), place]))
const COUNTRIES = new Set(PLACES_FILE.countries.map((country) => country.toLowerCase()))

const DASH = '(?:-{1,2}|[–—])'
/** "Paris, June 17 (EFE).-", "TOKYO (Kyodo) --", "New Delhi, Mar 5 (PTI) " */
const BRACKETED = new RegExp(
  `^(?<front>[^()/]{2,80}?)[,.]?\\s*\\((?<agency>[^()]{2,40})\\)\\s*(?:[.:]?\\s*${DASH}|[.:])?\\s*(?=\\S)`,
  'u',
)
const BRACKETED_PAIR = new RegExp(
  `^(?<front>[^()]{2,80}?)\\s*\\((?<agency>[^()]{2,40})\\)\\s*[.:]?\\s*${DASH}\\s*(?=\\S)`,
  'u',
)
/** "ASTANA, November 9. /VOLGA NEWS/." */
const SLASHED = new RegExp(
  `^(?<front>[^()/]{2,80}?)[,.]?\\s*/(?<agency>[^/]{2,40})/\\s*[.:]?\\s*(?:${DASH}\\s*)?(?=\\S)`,
  'u',
)
/** "NAIROBI, Kenya —", "Ankara, 5 March, Anadolu –", "KYIV. 3 May. UNIAN –" */
const DASHED = /^(?<front>[^()]{2,90}?)(?:\.\s*-{1,2}|\s+-{1,2}(?=\s)|\s*(?:--|[–—]))\s*(?=\S)/u
/** "Astana. A briefing …", "ROME, 3 May. The …" */
const STOPPED = /^(?<front>[^()]{3,60}?)\.\s+(?=\p{Lu}|["“])/u
/** "ISLAMABAD: The …" */
const COLON = /^(?<front>\p{Lu}[\p{Lu} ./’'-]{2,40}):\s+(?=\p{Lu}|["“])/u
/** "(Reuters) - The …" */
const AGENCY_ALONE = new RegExp(`^\\((?<agency>[^()]{2,40})\\)\\s*${DASH}\\s*(?=\\S)`, 'u')

/** A plain name of at most four words, each with a capital or a connector; "The" begins no place. */
const NAME =
  /^(?!The\b|A\b|An\b|In\b|On\b|At\b)\p{Lu}[\p{L}’'.-]*(?:[ /-](?:\p{Lu}[\p{L}’'.-]*|el|al|de|da|do|la|of|upon|es)){0,3}$/u
const AGENCY =
  /^(?:\p{L}[\p{L}\p{N}.&’'-]*|\p{Lu}[\p{L}\p{N}.&’'/-]*(?: [\p{L}\p{N}.&’'/"“”«»-]+){1,3})$/u
const NOT_PLACES = new Set(PLACES_FILE.notPlaces)

/** The dateline at the start of a paragraph, or null. */
export function parseDateline(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, WINDOW)
  const alone = AGENCY_ALONE.exec(head)
  if (alone && isAgencyMark(alone.groups?.['agency'] ?? ''))
    return {
      end: alone[0].length,
      place: null,
      agency: alone.groups?.['agency'] ?? null,
      date: null,
    }
  for (const form of [BRACKETED, BRACKETED_PAIR, SLASHED]) {
    const found = withAgency(form.exec(head))
    if (found) return found
  }
  return withoutBrackets(DASHED.exec(head)) ?? withStop(COLON.exec(head) ?? STOPPED.exec(head))
}

/**
 * Offsets in a document's text at which its story begins after a dateline (at most one): the dateline is no part of the
 * first sentence.
 */
export function storyStarts(text: string): number[] {
  const lines = [...text.matchAll(/[^\n]+/g)].slice(0, DATELINE_PARAGRAPHS)
  for (const line of lines) {
    const dateline = parseDateline(line[0])
    if (dateline) return [line.index + dateline.end]
  }
  return []
}

/** The city that a line names and nothing else ("ANKARA", "NAIROBI, Kenya"); null for any other line. */
export function placeOfLine(line: string): string | null {
  const [city, country, more] = line.replace(/[.:–—-]+$/, '').split(/,\s*/)
  if (city === undefined || more !== undefined) return null
  if (country !== undefined && !COUNTRIES.has(country.trim().toLowerCase())) return null
  return knownPlace(city)
}

/** The dateline that a line is and nothing else ("Washington (CNN)", "ANKARA, 5 March"); null for any other line. */
export function datelineOfLine(line: string): Dateline | null {
  if (line.length > WINDOW / 2) return null
  const dateline = parseDateline(`${line.replace(/\s*[.:–—-]+$/, '')} – Then`)
  if (dateline === null || dateline.end < line.length) return null
  const { agency, date, place } = dateline
  return agency !== null || date !== null || (place !== null && isPlace(place)) ? dateline : null
}

interface Front {
  readonly place: string
  /** What stands after place and date: a region or an agency. */
  readonly rest: readonly string[]
  readonly date: WrittenDate | null
}

function withAgency(match: RegExpExecArray | null): Dateline | null {
  const front = parseFront(match?.groups?.['front'])
  const agency = match?.groups?.['agency']?.trim() ?? ''
  if (!match || !front || !AGENCY.test(agency) || COUNTRIES.has(agency.toLowerCase())) return null
  const believed = isAgencyMark(agency) || front.date !== null || isPlace(front.place)
  if (!believed || !front.rest.every(isRegion)) return null
  return { end: match[0].length, place: displayPlace(front.place), agency, date: front.date }
}

function withoutBrackets(match: RegExpExecArray | null): Dateline | null {
  const front = parseFront(match?.groups?.['front'])
  if (!match || !front) return null
  const others = front.rest.filter((part) => !isRegion(part))
  const [agency] = others
  if (others.length > 1) return null
  const signed = agency !== undefined && (outletNamed(agency) !== null || front.date !== null)
  if (agency !== undefined && (!signed || !AGENCY.test(agency))) return null
  const region = front.rest.length > others.length
  const shouted = /^\p{Lu}{4,}/u.test(front.place) && front.place === front.place.toUpperCase()
  const believed =
    front.date !== null ||
    signed ||
    isPlace(front.place) ||
    (shouted && (region || isUnknownCity(front.place)))
  if (!believed) return null
  return {
    end: match[0].length,
    place: displayPlace(front.place),
    agency: agency ?? null,
    date: front.date,
  }
}

/** One word in capitals that is no common opening ("UPDATE —", "NATO —"): a town that no list has. */
function isUnknownCity(name: string): boolean {
  return !name.includes(' ') && !NOT_PLACES.has(name.toLowerCase())
}

function withStop(match: RegExpExecArray | null): Dateline | null {
  const front = parseFront(match?.groups?.['front'])
  if (!match || !front || front.rest.some((part) => !isRegion(part))) return null
  if (front.date === null && !isPlace(front.place)) return null
  return { end: match[0].length, place: displayPlace(front.place), agency: null, date: front.date }
}

function parseFront(front: string | undefined): Front | null {
  if (front === undefined) return null
  const [date] = findWrittenDates(front)
  const plain = date ? `${front.slice(0, date.start)},${front.slice(date.end)}` : front
  const parts = plain
    .split(/,|(?<=\p{L}{3})\.(?=\s|,|$)|\s[|·]\s/u)
    .map((part) => part.replace(/^[\s.]*(?:(?:on|dated)\s+)?/i, '').trim())
    .filter((part) => part !== '')
  const [place, ...rest] = parts
  if (
    place === undefined ||
    rest.length > 2 ||
    !NAME.test(place) ||
    outletNamed(place) ||
    /\.\p{L}{2,4}$/u.test(place)
  )
    return null
  if (findWrittenDates(place).length || /\d/.test(rest.join(' '))) return null
  return { place, rest, date: date ?? null }
}

function isRegion(part: string): boolean {
  return (
    COUNTRIES.has(part.toLowerCase()) || /^(?:\p{Lu}\.){2,3}$|^\p{Lu}[\p{Ll}]{2,4}\.$/u.test(part)
  )
}

function isPlace(name: string): boolean {
  return name.split('/').every((part) => knownPlace(part) !== null)
}

function knownPlace(name: string): string | null {
  return PLACES.get(placeKey(name)) ?? null
}

/** Case, accents and the kind of apostrophe don't tell places apart. */
function placeKey(name: string): string {
  return name.trim().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()
}

/** "NAIROBI" → "Nairobi"; a place already in small letters stays as written. */
function displayPlace(name: string): string {
  return name
    .split('/')
    .map((part) => {
      if (part !== part.toUpperCase()) return part.trim()
      const titled = part.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (c) => c.toUpperCase())
      return knownPlace(part) ?? titled
    })
    .join('/')
}
