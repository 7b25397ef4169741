import { OUTLETS_FILE } from './dataFiles.js'
import type { Outlet } from './dataFiles.js'

/** Known agencies and outlets, found by alias, domain or the abbreviation they use for themselves. */

const OUTLETS: readonly Outlet[] = [...OUTLETS_FILE.agencies, ...OUTLETS_FILE.outlets]
const BY_ALIAS = new Map(
  OUTLETS.flatMap((outlet) =>
    [outlet.name, ...outlet.aliases].map((alias) => [alias.toLowerCase(), outlet.name] as const),
  ),
)
const AGENCY_ALIASES = new Set(
  OUTLETS_FILE.agencies.flatMap((agency) => [agency.name, ...agency.aliases]),
)
const BY_DOMAIN = new Map(
  OUTLETS.flatMap((outlet) => outlet.domains.map((domain) => [domain, outlet.name] as const)),
)
const BY_ABBREVIATION = new Map(
  OUTLETS.flatMap((outlet) => outlet.abbreviations.map((short) => [short, outlet.name] as const)),
)
const NAME_ENDINGS = new Set(OUTLETS_FILE.nameEndings)

/** Canonical name of an outlet called by one of its names, in any case ("ANADOLU" → "Anadolu"); null if unknown. */
export function outletNamed(name: string): string | null {
  const plain = name.trim().toLowerCase()
  const short = plain.replace(/^the /, '').replace(/ (?:news agency|newspaper|website|portal)$/, '')
  return BY_ALIAS.get(plain) ?? BY_ALIAS.get(short) ?? null
}

/** Is it, letter for letter, a name that a news agency signs with? */
export function isAgencyMark(mark: string): boolean {
  return AGENCY_ALIASES.has(mark)
}

/** Canonical name of the outlet that calls itself so in its appeals ("UP"); null if unknown. */
export function outletOfAbbreviation(abbreviation: string): string | null {
  return BY_ABBREVIATION.get(abbreviation) ?? null
}

/** The outlet that publishes at a URL: a known one by its domain, else the host itself; null for no web address. */
export function outletOfUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  const labels = hostname.toLowerCase().split('.')
  for (let i = 0; i < labels.length - 1; i++) {
    const known = BY_DOMAIN.get(labels.slice(i).join('.'))
    if (known) return known
  }
  return hostname.toLowerCase().replace(/^(?:www\d?|m|amp)\./, '')
}

/** Does a name end or begin as publications' names do ("Steel Weekly", "Radio Teranga"), or is it a known one? Two words at least, if unknown. */
export function looksLikeOutlet(name: string): boolean {
  if (outletNamed(name)) return true
  const words = name.trim().split(/\s+/)
  const last = words.at(-1)?.toLowerCase() ?? ''
  if (words.length < 2 || words.length > 6 || !/^\p{Lu}/u.test(name)) return false
  return NAME_ENDINGS.has(last) || /^(?:Radio|TV)$/.test(words[0] ?? '')
}

/**
 * The name as a person would write it: the canonical one if known; an unknown name in capitals ("VOLGA NEWS") as the
 * text writes it elsewhere ("a Volga News correspondent"), or with capitals at word beginnings.
 */
export function writtenOutletName(name: string, text: string): string {
  const known = outletNamed(name)
  if (known) return known
  if (name !== name.toUpperCase() || !/\p{L}{4}/u.test(name)) return name
  const pattern = new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi')
  const elsewhere = text.match(pattern)?.find((other) => other !== name && /^\p{Lu}/u.test(other))
  const titled = name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (c) => c.toUpperCase())
  return elsewhere ?? titled
}
