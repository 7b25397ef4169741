import { selfCitedOutlet } from './citations.js'
import {
  isAgencyMark,
  looksLikeOutlet,
  outletNamed,
  outletOfAbbreviation,
  writtenOutletName,
} from './outlets.js'

/** Who published a report, where neither its metadata nor its header say: marks, appeals and copyright lines. */

const COPYRIGHT =
  /(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[–-]\s*\d{4})?,?\s*)?(?:by |the )?(?<name>\p{Lu}[\p{L}\p{N}&’' .-]{2,50}?)(?=,|\.(?:\s|$)|\s*\d{4}|\s+all rights|$)/iu
const APPEAL = /\bsupport (?<short>\p{Lu}{2,6}(?:\/\p{Lu}{2,4})?)\b/iu
const NAMED_APPEAL =
  /\b(?:support|subscribe to|follow) (?:the )?(?<name>\p{Lu}[\p{L}.’'&-]*(?: \p{Lu}[\p{L}.’'&-]*){0,3})/u
/** "… energy sources. EFE", "… he said. -- Bernama" */
const TRAILING =
  /[.!?]["”’)]*\s+(?:[–—-]{1,2}\s*)?[/(]?(?<mark>\p{L}[\p{L}-]*(?: \p{Lu}[\p{L}-]+)?)[/)]?$/u

/** The agency that signs the end of the report ("… sources. EFE"): a known one, or the one of the dateline. */
export function trailingAgency(
  paragraphs: readonly string[],
  datelineAgency: string | null,
): string | null {
  const signed = paragraphs
    .slice(-3)
    .flatMap((line) => TRAILING.exec(line.slice(-80))?.groups?.['mark'] ?? [])
  return signed.find((mark) => isAgencyMark(mark) || mark === datelineAgency) ?? null
}

/** What the furniture around a report says of its publisher: copyright lines, then appeals. `cited` explains initials. */
export function publisherOfFurniture(
  removed: readonly string[],
  cited: readonly string[],
): string | null {
  for (const line of removed) {
    const name =
      line.length < 300
        ? COPYRIGHT.exec(line)
            ?.groups?.['name']?.replace(/[\s–—-]+$/, '')
            .trim()
        : undefined
    if (name !== undefined && !/^(?:all rights|photo|image)/i.test(name) && !/[/]/.test(line))
      return outletNamed(name) ?? name
  }
  for (const line of removed) {
    const found = publisherOfAppeal(line, cited) ?? publisherAtStart(line)
    if (found !== null) return found
  }
  return null
}

/**
 * An abbreviation in an appeal ("Support UP") names the outlet that is known for it, or the one cited source that has
 * these initials; a full name must be a known outlet's.
 */
function publisherOfAppeal(line: string, cited: readonly string[]): string | null {
  if (line.length > 400) return null
  const short = APPEAL.exec(line)?.groups?.['short']
  if (short !== undefined && short === short.toUpperCase() && short !== 'US') {
    const initialed = cited.filter((name) => looksLikeOutlet(name) && initialsOf(name) === short)
    return outletOfAbbreviation(short) ?? (initialed.length === 1 ? (initialed[0] ?? null) : null)
  }
  const name = NAMED_APPEAL.exec(line)?.groups?.['name']
  return name === undefined ? null : outletNamed(name)
}

/** "Anadolu Agency website contains only a portion of the stories offered to subscribers" */
function publisherAtStart(line: string): string | null {
  if (!/\b(?:website|subscri\w+|support|follow|patron|newsletter)\b/i.test(line)) return null
  const words = line.split(' ')
  for (let count = Math.min(4, words.length); count > 0; count--) {
    const known = outletNamed(words.slice(0, count).join(' '))
    if (known !== null) return known
  }
  return null
}

function initialsOf(name: string): string {
  return (name.match(/\p{Lu}/gu) ?? []).join('')
}

/** The outlet that speaks of itself in the first two paragraphs ("…, El.kz cites MFA"); null if none does. */
export function publisherOfText(paragraphs: readonly string[], text: string): string | null {
  const own = selfCitedOutlet(paragraphs.slice(0, 2).join('\n'))
  return own === null ? null : writtenOutletName(own, text)
}
