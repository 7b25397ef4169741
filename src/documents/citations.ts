import { OUTLETS_FILE } from './dataFiles.js'
import { looksLikeOutlet, outletNamed } from './outlets.js'
import { lineKey } from './normalise.js'

/** Sources that a report names as its own: "Source: Reuters, cited by European Pravda", "El.kz cites MFA". */

const CAP = "\\p{Lu}[\\p{L}\\p{N}&’'/-]*(?:\\.[\\p{L}\\p{N}]+)*"
/** A name in capitals, with connectors inside and, where it ends so, a common noun ("the Akorda press service"). */
const NAME = `(?:[Tt]he )?${CAP}(?: (?:(?:of|for|and|de|della) (?:the )?)?${CAP}){0,7}(?: (?:press service|press office|news agency|newspaper|website|portal|state media|television|radio|channel))?`
const CITE =
  '(?:citing|cites|cited|quotes|quoting|with reference to|with a reference to|referring to|in reference to)'
const REPORT = '(?:reports?|reported|writes?|wrote|says?|said|informs?|informed|learned|noted)'
const KIND =
  '(?:portal|newspaper|magazine|news agency|website|outlet|broadcaster|channel|radio|publication)'

/** "Steppe Press reports, citing the Akorda press service" */
const CITING = new RegExp(
  `(?<who>${NAME})(?: ${REPORT})?,? ${CITE} (?<whom>(?:the |its |their |his |her )?${NAME})`,
  'gu',
)
/** "the portal Vazhniye Istorii together with Der Spiegel reported" */
const NAMED_KIND = new RegExp(
  `\\b(?:the )?${KIND} (?<who>${NAME})(?: (?:together|along) with (?<whom>${NAME}))?`,
  'gu',
)
const STUDY = '(?:report|investigation|article|story|analysis) (?:by|from|in|of)'
/** "according to a report by The Economist" */
const BY_REPORT = new RegExp(
  `(?:according to|in) (?:a|an|the) (?:[\\p{Ll}-]+ )?${STUDY} (?:the )?(?:${KIND} )?(?<who>${NAME})`,
  'gu',
)
const ALIASES = [...OUTLETS_FILE.agencies, ...OUTLETS_FILE.outlets]
  .flatMap((outlet) => outlet.aliases)
  .filter((alias) => alias.length > 2)
  .sort((a, b) => b.length - a.length)
  .map((alias) => alias.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  .join('|')
const BETWEEN = '(?: (?:news agency|newspaper|also|has|had))?'
const REVEALED = `(?:${REPORT}|revealed)`
const KNOWN_BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<who>${ALIASES})${BETWEEN} ${REVEALED}\\b`,
  'gu',
)
const TOLD =
  '\\b(?:told|interview with|interview to|according to|cited by|quoted by|reported by|as reported in|quoted)'
const KNOWN_AFTER = new RegExp(
  `${TOLD} (?:the )?(?:${KIND} )?(?<who>${ALIASES})(?![\\p{L}\\p{N}])`,
  'gu',
)
const SOURCE_LINE = /^Sources?\s*:\s*(?<rest>\S.{1,240})$/u
const CITED_BY = /[,;]?\s+(?:as )?(?:cited|quoted|reported) by\s+|,?\s+via\s+/u
const CITING_INSIDE = /,?\s+(?:citing|quoting|with reference to|referring to)\s+(?:the )?/u
const CITES_OWN = '(?:cites|citing|with reference to)'
const WRITER = '(?:correspondent|reporter) (?:reports|informs)'
/** "…, El.kz cites MFA", "a Volga News correspondent reports" */
const CITING_OWN = new RegExp(
  `(?:^|[,.] |\\b(?:as|an?) )(?<who>${NAME}) (?:(?:reports?,? )?${CITES_OWN}\\b|(?:news agency |news )?${WRITER})`,
  'u',
)
const OWN_NEEDS = new RegExp(` (?:${CITES_OWN}|${WRITER})`)

interface Citation {
  readonly pattern: RegExp
  /**
   * A piece that every match of the pattern has in it. It is quick to look for, and most paragraphs have none, while
   * the pattern itself tries each word with a capital, or each alias at each place.
   */
  readonly needs: RegExp
}

const CITATIONS: readonly Citation[] = [
  { pattern: CITING, needs: new RegExp(` ${CITE} `) },
  { pattern: BY_REPORT, needs: new RegExp(STUDY) },
  { pattern: NAMED_KIND, needs: new RegExp(`${KIND} `) },
  // The verb first, then a look back for the name: verbs are fewer than places where a name could begin.
  {
    pattern: KNOWN_BEFORE,
    needs: new RegExp(` ${REVEALED}\\b(?<=(?:${ALIASES})${BETWEEN} ${REVEALED})`),
  },
  { pattern: KNOWN_AFTER, needs: new RegExp(`${TOLD} (?:the )?(?:${KIND} )?(?:${ALIASES})`) },
]
const TITLE_ALONE = /^(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|President|Secretary)$/
/** Longer paragraphs are not searched: no input may make a pattern slow. */
const LONGEST_LINE = 5000

/** The sources a text names as its own, nearest first: those of a "Source:" line, then in order of the text. */
export function findCitedSources(paragraphs: readonly string[]): string[] {
  const lines = paragraphs.flatMap((line) => sourceLineOf(line) ?? [])
  const found = paragraphs.flatMap((line) => (sourceLineOf(line) ? [] : citedIn(line)))
  return uniqueNames([...lines, ...found])
}

/** Names without repetitions (an alias repeats its outlet), known outlets by their canonical names. */
export function uniqueNames(names: readonly (string | null)[]): string[] {
  const seen = new Map<string, string>()
  for (const name of names) {
    const plain =
      name === null
        ? ''
        : (outletNamed(name) ?? name.replace(/^(?:the|its|their|his|her) /i, '').trim())
    if (plain !== '' && !seen.has(lineKey(plain))) seen.set(lineKey(plain), plain)
  }
  return [...seen.values()]
}

/** "Source: A; B, cited by C" → C, A, B; "Source: A citing B" → A, B. Null for other lines. */
function sourceLineOf(line: string): string[] | null {
  const rest = SOURCE_LINE.exec(line)?.groups?.['rest']
  if (rest === undefined) return null
  const [upstream = '', ...nearer] = rest.replace(/\.$/, '').split(CITED_BY)
  return [...nearer.reverse(), upstream].flatMap((part) =>
    part
      .split(CITING_INSIDE)
      .flatMap((one) => one.split(/\s*;\s*|,\s+(?=\p{Lu})|\s+and\s+(?=\p{Lu})/u))
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
}

interface Cited {
  readonly at: number
  readonly names: readonly string[]
}

function citedIn(line: string): string[] {
  if (line.length > LONGEST_LINE) return []
  const found = CITATIONS.filter(({ needs }) => needs.test(line)).flatMap(({ pattern }) =>
    [...line.matchAll(pattern)].map((match): Cited => {
      const { who, whom } = match.groups ?? {}
      const names = [who, whom].filter((name): name is string => !!name && !TITLE_ALONE.test(name))
      // "Tokayev cites Putin" names a speaker, not a source of the report.
      const believed = pattern !== CITING || names.some((name) => isSourceName(name))
      return { at: match.index, names: believed ? names : [] }
    }),
  )
  return found.sort((a, b) => a.at - b.at).flatMap((cited) => cited.names)
}

function isSourceName(name: string | undefined): boolean {
  if (name === undefined) return false
  return looksLikeOutlet(name.replace(/^the /i, '')) || /^\S+\.\p{L}{2,4}$/u.test(name)
}

/** The outlet that speaks of itself in the lead: "…, El.kz cites MFA", "a Volga News correspondent reports". */
export function selfCitedOutlet(lead: string): string | null {
  const start = lead.slice(0, 3000)
  const name = OWN_NEEDS.test(start) ? CITING_OWN.exec(start)?.groups?.['who'] : undefined
  return name !== undefined && isSourceName(name) ? (outletNamed(name) ?? name) : null
}
