import { readNumber } from '../figures/number-words.js'
import {
  COUNT,
  DASH,
  EDGE,
  expandYear,
  MAYBE_YEAR,
  MONTH,
  OF_YEAR,
  ORDINAL,
  readCount,
  readMonth,
  readNth,
  readPick,
  readSeason,
  readWordYear,
  readYear,
  SEASON,
  WORD_YEAR,
  writtenAsName,
  YEAR,
  type Groups,
} from './fragments.js'
import type { Around, TimeRule } from './rules.js'
import type { TimeSense, YearWord } from './senses.js'
import words from './words.json' with { type: 'json' }

/** Years, quarters, halves, seasons, decades and centuries. */

const DECADES: Readonly<Record<string, number>> = words.decades

const YEAR_CUE =
  /(?:^|[\s(–—-])(?:due|in|since|of|from|to|by|until|till|before|after|during|through|between|and|year|early|late|mid|back|around|about|than|for|as|circa|over|throughout|post|pre|end-|vs|against|on|A\.D\.|AD)[\s-]+$/i

/** After a bare number, words that show it counts things instead of naming a year. */
const COUNTED =
  /^(?:\s+(?:\p{Ll}+ )?(?!is\b|was\b|has\b|as\b|this\b|its\b|his\b|sales\b|results\b|earnings\b|elections\b|talks\b|forecasts\b|votes\b|levels\b|figures\b|profits\b|states\b)\p{Ll}+s\b|\s*%|\s+(?:people|percent|per cent|men|women|children|km|kilomet|tonnes|metres|miles))/u

const FORBIDDEN_BEFORE =
  /(?:[$£€¥#№]|\bno\.|\bresolution|\bflight|\broom|\broute|\bnumber|\bleast|\bsome|\bnearly|\balmost|\bonly|\bnearly|\bare)\s*$/i

function yearSense(groups: Groups, around: Around): TimeSense | null {
  const year = Number(groups.year)
  const cued = YEAR_CUE.test(around.before)
  if (FORBIDDEN_BEFORE.test(around.before)) return null
  if (year < 1900 && !cued) return null
  if (year > 2059 && !cued) return null
  if (
    COUNTED.test(around.after) &&
    !/(?:\b(?:in|since|of|by|during|until|from|the|that|this)|['’]s) $/i.test(around.before)
  )
    return null
  if (
    /^\s+(?:people|percent|per cent|men|women|children|km|kilomet|tonnes|troops|soldiers|dollars|euros|tons|barrels|points)/.test(
      around.after,
    )
  )
    return null
  return { kind: 'year', year: { at: year } }
}

/** "nineteen ninety-six", "two thousand and five", "twenty twenty-two". */
function wordYearSense(groups: Groups): TimeSense {
  const year = groups.words
    ? readWordYear(groups.words)
    : 2000 + (readNumber(groups.ones ?? '') ?? 0)
  return { kind: 'year', year: { at: year } }
}

const FIRST_OR_LAST = '(?<edge>first|opening|last|final|past)'

function fiscalYear(groups: Groups): TimeSense {
  const text = groups.year ?? groups.short ?? ''
  const year = text.length === 2 ? expandYear(Number(text)) : Number(text)
  return { kind: 'year', year: { at: year } }
}

function yearsSense(groups: Groups): TimeSense | null {
  const from = Number(groups.year)
  const short = groups.to ?? ''
  const to = short.length === 2 ? Math.floor(from / 100) * 100 + Number(short) : Number(short)
  return to > from && to - from < 200 ? { kind: 'years', from, to } : null
}

function quarterSense(groups: Groups, year: YearWord): TimeSense | null {
  const quarter = groups.q ? Number(groups.q) : readNth(groups.nth)
  return quarter >= 1 && quarter <= 4 ? { kind: 'quarter', year, quarter } : null
}

const POSSESSIVE_YEAR = `(?:(?<year>${YEAR})(?:['’]s)?|(?<yearword>this|last|next) year['’]s|(?<yearago>year-(?:ago|earlier)|previous-year))`

const possessiveYear = (groups: Groups): YearWord =>
  groups.yearago ? { shift: -1 } : readYear(groups)

const DECADE_WORD = Object.keys(DECADES).join('|')

export const PERIOD_RULES: readonly TimeRule[] = [
  {
    name: 'year',
    type: 'DATE',
    pattern: `${EDGE}(?:the year )?(?<year>${YEAR})(?: (?:or later|and beyond|onwards?))?`,
    sense: yearSense,
  },
  {
    name: 'year-in-words',
    type: 'DATE',
    pattern: `(?:(?:the year )?(?<words>${WORD_YEAR})|the year two thousand(?: (?:and )?(?<ones>one|two|three|four|five|six|seven|eight|nine|ten))?)`,
    sense: (g, around) =>
      /^[- ](?:percent|per cent|million|people|years?|days?)/.test(around.after)
        ? null
        : wordYearSense(g),
  },
  {
    name: 'short-year',
    type: 'DATE',
    pattern: "(?<yy>['’]\\d\\d)",
    sense: (g, around) =>
      /\b(?:in|of|since|by|summer|spring|fall|winter) $/i.test(around.before)
        ? { kind: 'year', year: { at: expandYear(Number((g.yy ?? '').slice(1))) } }
        : null,
  },
  {
    name: 'fiscal-year',
    type: 'DATE',
    pattern: `(?:(?:the )?(?:fiscal|financial)(?: year)? (?<year>${YEAR})|FY ?(?:20)?(?<short>\\d\\d))`,
    sense: fiscalYear,
  },
  {
    name: 'year-pair',
    type: 'DATE',
    pattern: `(?<year>${YEAR})(?:[-–—/])(?<to>${YEAR}|\\d\\d)(?: (?:fiscal|financial|academic) year)?`,
    sense: (g, around) =>
      FORBIDDEN_BEFORE.test(around.before) || /^\s*%/.test(around.after) ? null : yearsSense(g),
  },
  {
    name: 'quarter-of-year',
    type: 'DATE',
    pattern: `(?:${EDGE}(?:the )?(?:fiscal[- ])?(?:(?<nth>${ORDINAL}) (?:fiscal[- ])?quarter|Q(?<q>[1-4]))${MAYBE_YEAR}|(?:fiscal[- ])?(?<adjective>${ORDINAL})-quarter)`,
    sense: (g) => quarterSense({ ...g, nth: g.nth ?? g.adjective }, readYear(g)),
  },
  {
    name: 'year-quarter',
    type: 'DATE',
    pattern: `(?:the )?${POSSESSIVE_YEAR}[ -](?:fiscal )?(?:(?<nth>${ORDINAL})[- ]quarter|Q(?<q>[1-4]))`,
    sense: (g) => quarterSense(g, possessiveYear(g)),
  },
  {
    name: 'half',
    type: 'DATE',
    pattern: `(?:the )?(?:(?<nth>first|second|1st|2nd|last|latter)[- ]half|H(?<h>[12]))(?: of)?(?: (?:the|that) year)?${MAYBE_YEAR}`,
    sense: (g, around) => {
      const year = readYear(g)
      if (!g.h && year === null && !/ year$/i.test(around.text)) return null
      const half = g.h ? Number(g.h) : /^(?:first|1st)$/i.test(g.nth ?? '') ? 1 : 2
      return { kind: 'half', year: year ?? { shift: 0 }, half }
    },
  },
  {
    name: 'first-months',
    type: 'DURATION',
    pattern: `(?:the )?${FIRST_OR_LAST} (?<count>${COUNT}) (?<unit>months|quarters)(?: of)?(?: (?:the|that) year)?${MAYBE_YEAR}`,
    sense: (g, around) => {
      const count = readCount(g.count)
      const months = count === null ? null : count * (/quarter/i.test(g.unit ?? '') ? 3 : 1)
      const year = readYear(g) ?? (/ (?:the|that) year$/i.test(around.text) ? { shift: 0 } : null)
      const edge = /^(?:first|opening)$/i.test(g.edge ?? '') ? 'first' : 'last'
      if (months === null || months > 12 || months < 1) return null
      if (edge === 'last' && year === null) return null
      return { kind: 'first-months', year, count: months, edge }
    },
  },
  {
    name: 'months-range',
    type: 'DATE',
    pattern: `(?<from>${MONTH})(?:${DASH}| to | through )(?<month>${MONTH})${MAYBE_YEAR}`,
    sense: (g) => {
      const [from, to] = [readMonth(g.from), readMonth(g.month)]
      if (!writtenAsName(g.from) || !writtenAsName(g.month) || to <= from) return null
      return { kind: 'months', year: readYear(g), from, to }
    },
  },
  {
    name: 'season',
    type: 'DATE',
    pattern: `${EDGE}(?:(?:the )?(?<pick>last|this past|this coming|this|next|coming|past) |the )?(?<season>${SEASON})(?: of)?${OF_YEAR}`,
    sense: (g) => ({
      kind: 'season',
      year: readYear(g),
      season: readSeason(g.season),
      pick: readPick(g.pick),
    }),
  },
  {
    name: 'bare-season',
    type: 'DATE',
    pattern: `(?:(?:the )?(?<pick>last|this past|this coming|this|next) |(?<cue>the early |the late |early |late |mid-))?(?<season>${SEASON})`,
    sense: (g, around) => {
      const cued =
        g.pick ?? g.cue ?? /\b(?:in|by|until|since|during|of|in the|by the) $/i.exec(around.before)
      if (
        !cued ||
        /^(?:-|['’]s| (?:of|in|to|from|by|short|water|back|out|under|apart|behind)\b)/i.test(
          around.after,
        )
      )
        return null
      return { kind: 'season', year: null, season: readSeason(g.season), pick: readPick(g.pick) }
    },
  },
  {
    name: 'decade',
    type: 'DATE',
    pattern: `(?:the )?(?:(?:early|mid|late|first half of the|last half of the|beginning of the|end of the)[- ])?(?:the )?(?:(?<full>(?:1[5-9]|20)\\d0)['’]?s|['’](?<short>\\d0)s|(?<word>${DECADE_WORD}))`,
    sense: (g, around) => {
      if (g.full) return { kind: 'decade', from: Number(g.full) }
      if (g.short) return { kind: 'decade', from: expandYear(Number(g.short)) }
      const cued =
        /^the|mid|early|late/i.test(around.text) && !/\b(?:his|her|their) /.test(around.before)
      return cued ? { kind: 'decade', from: DECADES[(g.word ?? '').toLowerCase()] ?? 1990 } : null
    },
  },
  {
    name: 'century',
    type: 'DATE',
    pattern:
      '(?:the )?(?:(?:early|mid|late)[- ])?(?:(?<nth>\\d\\d?(?:st|nd|rd|th))|(?<word>twentieth|twenty-first|nineteenth|eighteenth|seventeenth|sixteenth|fifteenth))[- ]century',
    sense: (g) => ({ kind: 'century', century: readNth(g.nth ?? g.word) }),
  },
]
