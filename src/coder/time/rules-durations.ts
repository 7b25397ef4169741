import {
  APPROX,
  COUNT,
  MONTH,
  NEARLY,
  readCount,
  readMonth,
  readUnit,
  readWeekday,
  SEASON,
  UNIT,
  WEEKDAY,
  writtenAsName,
  type Groups,
} from './fragments.js'
import type { Around, TimeRule } from './rules.js'
import type { TimeSense } from './senses.js'
import words from './words.json' with { type: 'json' }

/** Lengths of time, stretches up to or from today, and times that come back. */

const SETS: Readonly<Record<string, string>> = words.sets
const SET_UNITS: Readonly<Record<string, string>> = {
  second: 'PT1S',
  minute: 'PT1M',
  hour: 'PT1H',
  day: 'P1D',
  night: 'P1D',
  week: 'P1W',
  fortnight: 'P2W',
  weekend: 'P1WE',
  month: 'P1M',
  quarter: 'P1Q',
  year: 'P1Y',
  decade: 'P1DE',
  century: 'P1CE',
  millennium: 'P1000Y',
}

function durationSense(groups: Groups, around: Around): TimeSense | null {
  const unit = readUnit(groups.unit)
  const word = (groups.unit ?? '').toLowerCase()
  const article = /^an?$/i.test(groups.count ?? '')
  // "a second" is an ordinal, "a quarter" a fraction, "a night" and "a day" mostly a rate.
  if (article && /^(?:second|quarter|night|weekend|min)$/.test(word)) return null
  if (/^(?:second|quarter)$/.test(word) && !/^\d/.test(groups.count ?? '')) return null
  if (/^(?:some|many)$/i.test(groups.count ?? '') && !word.endsWith('s')) return null
  if (article && /\b(?:once|twice|times|\d[\d.,]*|million|billion|dollars) $/i.test(around.before))
    return { kind: 'set', value: SET_UNITS[unit] ?? 'P1Y' }
  return { kind: 'duration', unit, count: readCount(groups.count) }
}

function stretchSense(groups: Groups): TimeSense | null {
  const word = (groups.word ?? '').toLowerCase()
  const unit = readUnit(groups.unit)
  const single = /^(?:decade|century)$/i.test(groups.unit ?? '') ? 1 : null
  const count = groups.count ? readCount(groups.count) : single
  const direction = /^(?:next|coming|following|upcoming)$/.test(word) ? 1 : -1
  return { kind: 'stretch', unit, count, direction }
}

function everySense(groups: Groups): TimeSense | null {
  if (groups.weekday)
    return writtenAsName(groups.weekday)
      ? { kind: 'set', value: `XXXX-WXX-${readWeekday(groups.weekday)}` }
      : null
  if (groups.month)
    return writtenAsName(groups.month)
      ? { kind: 'set', value: `XXXX-${String(readMonth(groups.month)).padStart(2, '0')}` }
      : null
  if (groups.season) return { kind: 'set', value: 'XXXX' }
  const unit = readUnit(groups.unit)
  const count = groups.count ? readCount(groups.count) : 1
  const one = SET_UNITS[unit] ?? 'P1Y'
  return {
    kind: 'set',
    value: count === null ? one.replace('1', 'X') : one.replace('1', `${count}`),
  }
}

const PLURAL = '(?<unit>seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries)'

export const DURATION_RULES: readonly TimeRule[] = [
  {
    name: 'duration',
    type: 'DURATION',
    pattern: `${APPROX}(?:the )?(?:another )?(?<count>${COUNT})(?: more)?(?: consecutive| straight| full| whole| trading| business| working| calendar| additional)? (?<unit>${UNIT})(?: or (?:so|more))?(?<half> and a half)?`,
    sense: (g, around) => {
      const sense = durationSense(g, around)
      // "52 years old" is an age, "60 Minutes" a name.
      if (
        /^ old\b/.test(around.after) ||
        (/^\d/.test(around.text) && /^\p{Lu}/u.test(g.unit ?? ''))
      )
        return null
      if (!g.half || sense?.kind !== 'duration' || sense.count === null) return sense
      return { ...sense, count: sense.count + 0.5 }
    },
  },
  {
    name: 'hyphen-duration',
    type: 'DURATION',
    pattern: `(?<count>\\d+(?:\\.\\d+)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|multi|half)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)[- ](?<unit>second|minute|hour|day|week|month|quarter|year|decade|century)(?:-(?:long|old))?`,
    sense: (g, around) => {
      if (/old$/i.test(around.text)) return null
      if (/^-(?:old)/i.test(around.after)) return null
      const count = /^half$/i.test(g.count ?? '') ? 0.5 : readCount(g.count)
      if (readUnit(g.unit) === 'second' && !/^\d/.test(g.count ?? '')) return null
      return { kind: 'duration', unit: readUnit(g.unit), count }
    },
  },
  {
    name: 'long',
    type: 'DURATION',
    pattern: '(?<unit>day|week|month|year|decade|hour|centurie|decades|years|months)s?-long',
    sense: (g) => ({
      kind: 'duration',
      unit: readUnit((g.unit ?? '').replace(/ie$/, 'y')),
      count: /s$/i.test(g.unit ?? '') ? null : 1,
    }),
  },
  {
    name: 'stretch',
    type: 'DURATION',
    pattern: `${NEARLY}(?:the )?(?<word>past|last|next|coming|recent|previous|preceding|following|upcoming) (?:${NEARLY}(?:(?<from>${COUNT}) (?:to|or) )?(?<count>few|couple of|${COUNT}) )?(?:trading |fiscal )?(?<unit>${UNIT})(?: or so)?`,
    sense: (g) =>
      g.count || /s$|ia$|^(?:decade|century)$/i.test(g.unit ?? '')
        ? stretchSense({ ...g, count: g.from ?? g.count })
        : null,
  },
  {
    name: 'plural',
    type: 'DURATION',
    pattern: PLURAL,
    sense: (g, around) =>
      /\b(?:for|in|over|during|within|after|of|takes?|took|lasted|spent|many|the) $/i.test(
        around.before,
      ) && !/^(?:-| (?:old|ago|of age))/.test(around.after)
        ? { kind: 'duration', unit: readUnit(g.unit), count: null }
        : null,
  },
  {
    name: 'range-duration',
    type: 'DURATION',
    pattern: `(?<from>${COUNT}) (?:to|or) (?<count>${COUNT}) (?<unit>${UNIT})`,
    sense: (g) => ({ kind: 'duration', unit: readUnit(g.unit), count: readCount(g.from) }),
  },
  {
    name: 'set-word',
    type: 'SET',
    pattern: `(?<word>${Object.keys(SETS)
      .sort((a, b) => b.length - a.length)
      .join('|')})`,
    sense: (g, around) =>
      // "the annual meeting", "a quarterly dividend": a kind of thing, not a time.
      /^(?:annual|quarterly|semi-?annual|biannual|monthly)$/i.test(g.word ?? '') &&
      /^ \p{L}/u.test(around.after)
        ? null
        : { kind: 'set', value: SETS[(g.word ?? '').toLowerCase()] ?? 'P1Y' },
  },
  {
    name: 'every',
    type: 'SET',
    pattern: `(?:every|each)(?: other| single)? (?:(?<count>${COUNT}) )?(?:(?<unit>${UNIT})|(?<weekday>${WEEKDAY})|(?<month>${MONTH})|(?<season>${SEASON}))`,
    sense: everySense,
  },
  {
    name: 'per',
    type: 'SET',
    pattern: 'per (?<unit>day|week|month|quarter|year|annum)',
    sense: (g) => everySense({ unit: g.unit === 'annum' ? 'year' : g.unit }),
  },
]
