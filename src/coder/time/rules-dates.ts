import { isRealDate } from '../../core/calendar.js'
import {
  DASH,
  DAY,
  EDGE,
  expandYear,
  MAYBE_YEAR,
  MONTH,
  NTH_DAY,
  OF_YEAR,
  readMonth,
  readNth,
  readPick,
  readWeekday,
  readYear,
  WEEKDAY,
  writtenAsName,
  YEAR,
  type Groups,
} from './fragments.js'
import type { Around, TimeRule } from './rules.js'
import type { TimeSense } from './senses.js'
import words from './words.json' with { type: 'json' }

/** Dates that name a day, a month or a weekday. */

const HOLIDAYS: Readonly<Record<string, string>> = words.holidays

function daySense(
  groups: Groups,
  month: string | undefined,
  day: string | undefined,
): TimeSense | null {
  if (!writtenAsName(month) && !/^\d/.test(day ?? '')) return null
  const number = readNth(day)
  if (!isRealDate(2000, readMonth(month), number)) return null
  const weekday = groups.weekday ? readWeekday(groups.weekday) : null
  return { kind: 'day', year: readYear(groups), month: readMonth(month), day: number, weekday }
}

function daysSense(groups: Groups, month: string, toMonth: string): TimeSense | null {
  const [day, toDay] = [readNth(groups.day), readNth(groups.to)]
  const [from, to] = [readMonth(month), readMonth(toMonth)]
  if (!isRealDate(2000, from, day) || !isRealDate(2000, to, toDay)) return null
  if (from === to && toDay <= day) return null
  return { kind: 'days', year: readYear(groups), month: from, day, toMonth: to, toDay }
}

/** "12.10.2022" is day first; "12/10/2022" may be either, unless one of them cannot be a month. */
function numericSense(
  first: number,
  second: number,
  yearText: string,
  dotted: boolean,
): TimeSense | null {
  const year = yearText.length === 2 ? expandYear(Number(yearText)) : Number(yearText)
  const dayFirst = isRealDate(year, second, first)
  const monthFirst = isRealDate(year, first, second)
  const sense = (month: number, day: number): TimeSense => ({
    kind: 'day',
    year: { at: year },
    month,
    day,
    weekday: null,
  })
  if (dayFirst && (dotted || !monthFirst || first === second)) return sense(second, first)
  if (!monthFirst) return null
  if (!dayFirst) return sense(first, second)
  return { kind: 'ambiguous', value: `${year}-XX-XX` }
}

/** Words after which "May", "March", "April" … is a month and not a verb or a person. */
const MONTH_CUE =
  /(?:^|[\s(–—-])(?:in|since|last|this|next|early|late|mid|by|until|till|of|from|to|through|and|or|during|for|before|after|every|each|on|past|coming|between|previous|following|through|against|versus|than|like|as)[\s-]+$/i

function bareMonthSense(groups: Groups, around: Around): TimeSense | null {
  const name = groups.month ?? ''
  const pick = readPick(groups.pick)
  const cued = pick !== null || (groups.edge ?? '') !== '' || MONTH_CUE.test(around.before)
  // "mar" and "dec" are words of other kinds, unless written with their point.
  if (name.length < 4 && name !== 'May' && (!cued || /^ \p{Lu}/u.test(around.after))) return null
  if (!writtenAsName(name)) return null
  if (/^(?:may|march)$/i.test(name) && !cued && !groups.edge) return null
  if (!cued && /^ \p{Lu}/u.test(around.after)) return null
  return { kind: 'month', year: null, month: readMonth(name), pick }
}

function weekdaySense(groups: Groups): TimeSense | null {
  const name = groups.weekday ?? ''
  if (!writtenAsName(name)) return null
  if (name.replace('.', '').length < 6 && !name.endsWith('.')) return null
  const week = /last/i.test(groups.week ?? '') ? -1 : /next/i.test(groups.week ?? '') ? 1 : 0
  return {
    kind: 'weekday',
    weekday: readWeekday(name),
    pick: readPick(groups.pick),
    week: groups.week ? week : null,
  }
}

const PICK = '(?<pick>last|this past|this coming|this|next|coming|past|previous|upcoming)'

export const DATE_RULES: readonly TimeRule[] = [
  {
    name: 'iso',
    type: 'DATE',
    pattern: '(?<y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)',
    sense: (g) => {
      const [year, month, day] = [Number(g.y), Number(g.m), Number(g.d)]
      if (!isRealDate(year, month, day)) return null
      return { kind: 'day', year: { at: year }, month, day, weekday: null }
    },
  },
  {
    name: 'iso-month',
    type: 'DATE',
    pattern: `(?<year>${YEAR})-(?<m>0[1-9]|1[0-2])`,
    sense: (g) => ({ kind: 'month', year: readYear(g), month: Number(g.m), pick: null }),
  },
  {
    name: 'numeric',
    type: 'DATE',
    pattern: '(?<a>\\d\\d?)(?<mark>[./])(?<b>\\d\\d?)\\k<mark>(?<y>\\d{4}|\\d\\d)',
    sense: (g) => numericSense(Number(g.a), Number(g.b), g.y ?? '', g.mark === '.'),
  },
  {
    name: 'day-month',
    type: 'DATE',
    pattern:
      `(?:(?<weekday>${WEEKDAY}),? )?(?:the )?(?<day>${NTH_DAY})(?: of)?[ -](?<month>${MONTH})(?:[ -](?<year>${YEAR})|${MAYBE_YEAR})`.replace(
        '(?<year>',
        '(?<hyphenYear>',
      ),
    sense: (g) => daySense(g.hyphenYear ? { ...g, year: g.hyphenYear } : g, g.month, g.day),
  },
  {
    name: 'month-day',
    type: 'DATE',
    pattern: `(?:(?:this coming |last |next |this )?(?<weekday>${WEEKDAY}),? (?:the )?)?(?<month>${MONTH}) (?:the )?(?<day>${NTH_DAY}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?!(?:st|nd|rd|th)| (?:percent|million|billion))${MAYBE_YEAR}`,
    sense: (g) => (writtenAsName(g.month) ? daySense(g, g.month, g.day) : null),
  },
  {
    name: 'days-month',
    type: 'DATE',
    pattern: `(?<day>${NTH_DAY})(?:${DASH}| to | and | until )(?<to>${NTH_DAY})(?: of)? (?<month>${MONTH})${MAYBE_YEAR}`,
    sense: (g) => (writtenAsName(g.month) ? daysSense(g, g.month ?? '', g.month ?? '') : null),
  },
  {
    name: 'month-days',
    type: 'DATE',
    pattern: `(?<month>${MONTH}) (?<day>${DAY})(?:${DASH}| to | and )(?<to>${DAY})(?!\\d)${MAYBE_YEAR}`,
    sense: (g) => (writtenAsName(g.month) ? daysSense(g, g.month ?? '', g.month ?? '') : null),
  },
  {
    name: 'days-across-months',
    type: 'DATE',
    pattern: `(?<month>${MONTH}) (?<day>${DAY})${DASH}(?<toMonth>${MONTH}) (?<to>${DAY})(?!\\d)${MAYBE_YEAR}`,
    sense: (g) => daysSense(g, g.month ?? '', g.toMonth ?? ''),
  },
  {
    name: 'month-year',
    type: 'DATE',
    pattern: `${EDGE}(?<month>${MONTH})(?: of)?${OF_YEAR}`,
    sense: (g) => {
      if (!writtenAsName(g.month)) return null
      return { kind: 'month', year: readYear(g), month: readMonth(g.month), pick: null }
    },
  },
  {
    name: 'month',
    type: 'DATE',
    pattern: `(?<edge>${EDGE})(?:${PICK} )?(?<month>${MONTH})`,
    sense: bareMonthSense,
  },
  {
    name: 'weekday',
    type: 'DATE',
    pattern: `(?:(?:earlier|later|early|late) )?(?:(?:the )?${PICK} )?(?<weekday>${WEEKDAY})(?:,? (?<week>(?:of )?(?:last|this|next) week))?`,
    sense: weekdaySense,
  },
  {
    name: 'day-of-month',
    type: 'DATE',
    pattern: 'the (?<day>[12]?\\dth|[23]?1st|2?2nd|2?3rd|30th)(?: of (?:the|this) month)?',
    sense: (g, around) =>
      / of (?:the|this) month$/i.test(around.text) ||
      (/\bon $/i.test(around.before) && /^(?:[,.;]|$)/.test(around.after))
        ? { kind: 'day-of-month', day: readNth(g.day) }
        : null,
  },
  {
    name: 'holiday',
    type: 'DATE',
    pattern: `(?:${PICK} )?(?<name>${Object.keys(HOLIDAYS)
      .sort((a, b) => b.length - a.length)
      .join('|')
      .replaceAll("'", "['’]")})${MAYBE_YEAR}`,
    sense: (g) => ({
      kind: 'holiday',
      name: (g.name ?? '').toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' '),
      year: readYear(g),
      pick: readPick(g.pick),
    }),
  },
]
