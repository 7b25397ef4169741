import { APPROX, COUNT, EDGE, readCount, readUnit, UNIT, YEAR, type Groups } from './fragments.js'
import type { Around, TimeRule } from './rules.js'
import type { Origin, TimeSense } from './senses.js'
import words from './words.json' with { type: 'json' }

/** Times told from the day of publication, or from the time named before. */

const REFS: Readonly<Record<string, string>> = words.refs

const shift = (
  unit: string | undefined,
  count: number | null,
  direction: -1 | 0 | 1,
  origin: Origin,
): TimeSense => ({
  kind: 'shift',
  unit: readUnit(unit),
  count,
  direction,
  origin,
})

/** "last year" is told from today; "the previous year", "that year", "the following year" from the time before. */
const DEICTIC: Readonly<Record<string, readonly [-1 | 0 | 1, Origin]>> = {
  last: [-1, 'document'],
  past: [-1, 'document'],
  'this past': [-1, 'document'],
  this: [0, 'document'],
  'this same': [0, 'document'],
  current: [0, 'document'],
  next: [1, 'document'],
  coming: [1, 'document'],
  'this coming': [1, 'document'],
  upcoming: [1, 'document'],
  previous: [-1, 'anchor'],
  preceding: [-1, 'anchor'],
  prior: [-1, 'anchor'],
  following: [1, 'anchor'],
  same: [0, 'anchor'],
  that: [0, 'anchor'],
  'that same': [0, 'anchor'],
}

function deicticSense(groups: Groups): TimeSense | null {
  const word = (groups.word ?? '').toLowerCase().replace(/\s+/g, ' ')
  const found = DEICTIC[word]
  if (!found) return null
  const [direction, origin] = found
  const unit = (groups.unit ?? '').toLowerCase()
  if (unit === 'night' || unit === 'second' || /s$|ia$/.test(unit)) return null
  if (/^(?:past|coming|last)$/.test(word) && /^(?:decade|century)$/.test(unit)) return null
  // "the next day" follows the day just named; "next year" follows this one.
  const told = groups.the && word === 'next' ? 'anchor' : origin
  return shift(unit, 1, direction, told)
}

/** "in the latest quarter" is the last one that is over; "over the weekend" the nearest one. */
function theUnitSense(groups: Groups, around: Around): TimeSense | null {
  const unit = (groups.unit ?? '').toLowerCase()
  const word = (groups.word ?? '').toLowerCase()
  if (unit === 'year' && /^ (?:ended|ending|to)\b/.test(around.after))
    return { kind: 'duration', unit: 'year', count: 1 }
  const cued = /\b(?:in|for|during|over|of|ahead of|after) $/i.test(around.before)
  if (unit === 'period' ? word !== 'latest' : !cued && word === '') return null
  if (/^ (?:of|since|before|after|when|that|in)\b/i.test(around.after)) return null
  return { kind: 'latest', unit: unit === 'period' ? 'quarter' : readUnit(unit) }
}

const LATER = /^(?:later|after|from now|hence)$/i

function awaySense(groups: Groups): TimeSense | null {
  const word = (groups.away ?? '').toLowerCase()
  const direction = LATER.test(word) ? 1 : -1
  const origin = /^(?:ago|from now|hence)$/.test(word) ? 'document' : 'anchor'
  const sense = shift(groups.unit, readCount(groups.count), direction, origin)
  return word === 'ago' && sense.kind === 'shift' ? { ...sense, ago: true } : sense
}

const YESTERDAY: Readonly<Record<string, number>> = {
  today: 0,
  yesterday: -1,
  tomorrow: 1,
  'the day before yesterday': -2,
  'the day after tomorrow': 2,
}

export const RELATIVE_RULES: readonly TimeRule[] = [
  {
    name: 'yesterday',
    type: 'DATE',
    pattern:
      '(?:(?:early|late|later|earlier) )?(?<word>today|yesterday|tomorrow|the day before yesterday|the day after tomorrow)',
    sense: (g) => {
      const days = YESTERDAY[(g.word ?? '').toLowerCase().replace(/\s+/g, ' ')] ?? 0
      return shift('day', Math.abs(days), Math.sign(days) as -1 | 0 | 1, 'document')
    },
  },
  {
    name: 'deictic',
    type: 'DATE',
    pattern: `(?:(?:earlier|later|early|late|sometime|mid)[- ])?${EDGE}(?<the>the )?(?<word>${Object.keys(
      DEICTIC,
    )
      .sort((a, b) => b.length - a.length)
      .join('|')})(?: (?:calendar|fiscal|financial|business|school))? (?<unit>${UNIT})`,
    sense: deicticSense,
  },
  {
    name: 'in-the-year',
    type: 'DATE',
    pattern: '(?:earlier|later) (?:in the|that) (?<unit>day|week|month|year)',
    sense: (g, around) => shift(g.unit, 0, 0, / that /i.test(around.text) ? 'anchor' : 'document'),
  },
  {
    name: 'end-of-the-unit',
    type: 'DATE',
    pattern:
      '(?:the )?(?:beginning|start|middle|end|close|rest|remainder) of the (?<unit>week|month|quarter|year|decade|century)',
    sense: (g) => shift(g.unit, 0, 0, 'document'),
  },
  {
    name: 'year-end',
    type: 'DATE',
    pattern: "(?:the )?year(?:[- ]|['’]s )end",
    sense: () => shift('year', 0, 0, 'document'),
  },
  {
    name: 'the-unit',
    type: 'DATE',
    pattern:
      'the (?<word>full|latest|entire|whole|latest fiscal|fiscal)?(?: )?(?<unit>quarter|year|week|weekend|period)',
    sense: theUnitSense,
  },
  {
    name: 'ago',
    type: 'DATE',
    pattern: `${APPROX}(?<count>${COUNT}) (?<unit>${UNIT})(?: or so)? (?<away>ago|from now|hence|later|earlier|before|after)`,
    sense: (g, around) =>
      /^(?:before|after)$/i.test(g.away ?? '') && !/^(?:[.,;]|$)/.test(around.after)
        ? null
        : awaySense(g),
  },
  {
    name: 'bare-ago',
    type: 'DATE',
    pattern: '(?<unit>days|weeks|months|years|decades|centuries) (?<away>ago|later|earlier)',
    sense: (g) => awaySense({ ...g, count: 'several' }),
  },
  {
    name: 'in-time',
    type: 'DATE',
    pattern: `in (?<count>${COUNT}) (?<unit>${UNIT})['’]? time`,
    sense: (g) => shift(g.unit, readCount(g.count), 1, 'document'),
  },
  {
    name: 'year-earlier',
    type: 'DATE',
    pattern:
      '(?:(?:the )?(?:comparable |corresponding |same )?(?:year-(?:earlier|ago)|previous-year) (?:quarter|period|month|nine months)|year-(?:earlier|ago)|year (?:earlier|ago)|previous-year)',
    sense: () => ({ ...shift('year', 1, -1, 'document'), ago: true }) as TimeSense,
  },
  {
    name: 'same-period',
    type: 'DATE',
    pattern: `the (?:same|corresponding|comparable|analogous) (?:period|quarter|months?|time)(?: of| in)?(?: (?<year>${YEAR})| (?<yearword>last|the previous) year| a year (?:ago|earlier|before))`,
    sense: (g) =>
      g.year ? { kind: 'year', year: { at: Number(g.year) } } : shift('year', 1, -1, 'anchor'),
  },
  {
    name: 'reference',
    type: 'DATE',
    pattern: `(?<word>${Object.keys(REFS)
      .sort((a, b) => b.length - a.length)
      .join('|')})`,
    sense: (g, around) => {
      const word = (g.word ?? '').toLowerCase().replace(/\s+/g, ' ')
      const value = REFS[word]
      if (!value || /^[-\p{L}]/u.test(around.after)) return null
      // "future payments", "as soon as", "previously announced": no time of their own.
      if (word === 'future' && /^ \p{Ll}{3,}(?! (?:is|was|will))/u.test(around.after)) return null
      if (word === 'soon' && /^ (?:as|after)\b/.test(around.after)) return null
      if (/^(?:previously|formerly)$/.test(word) && around.before !== '') return null
      return { kind: 'ref', value: value as 'PAST_REF' }
    },
  },
]
