import {
  readMonth,
  readNth,
  readPick,
  readWeekday,
  readYear,
  MAYBE_YEAR,
  MONTH,
  NTH_DAY,
  WEEKDAY,
  writtenAsName,
  ZONE,
  type Groups,
} from './fragments.js'
import type { TimeRule } from './rules.js'
import type { TimeSense } from './senses.js'

/** Times of the day, with the day they belong to where that stands beside them. */

const PART = '(?<part>morning|midday|afternoon|evening|night)'
const PARTS: Readonly<Record<string, 'MO' | 'MI' | 'AF' | 'EV' | 'NI'>> = {
  morning: 'MO',
  midday: 'MI',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
}

const A_DAY = `(?:(?<weekday>${WEEKDAY})|(?<month>${MONTH}) (?<date>${NTH_DAY})${MAYBE_YEAR}|(?<rel>today|yesterday|tomorrow))`
const shift = (count: number): TimeSense => ({
  kind: 'shift',
  unit: 'day',
  count: Math.abs(count),
  direction: Math.sign(count) as -1 | 0 | 1,
  origin: 'document',
})

/** The day that A_DAY caught, or null. */
function dayBeside(groups: Groups): TimeSense | null {
  const rel = (groups.rel ?? '').toLowerCase()
  if (rel) return shift(rel === 'today' ? 0 : rel === 'yesterday' ? -1 : 1)
  if (groups.weekday && writtenAsName(groups.weekday))
    return {
      kind: 'weekday',
      weekday: readWeekday(groups.weekday),
      pick: readPick(groups.pick),
      week: null,
    }
  if (!groups.month || !writtenAsName(groups.month)) return null
  const [month, day] = [readMonth(groups.month), readNth(groups.date)]
  return { kind: 'day', year: readYear(groups), month, day, weekday: null }
}

/** Hour on the 24-hour clock; null when the clock has no such hour. */
function hourOf(text: string | undefined, half: string | undefined): number | null {
  const hour = Number(text)
  const mark = (half ?? '').toLowerCase().replace(/[^ap]/g, '')
  if (mark === '') return hour <= 24 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (mark === 'p' ? 12 : 0)
}

function clockSense(groups: Groups): TimeSense | null {
  const hour = hourOf(groups.hour, groups.half)
  const minute = groups.minute ? Number(groups.minute) : null
  if (hour === null || (minute ?? 0) > 59) return null
  return { kind: 'clock', hour, minute, day: dayBeside(groups) }
}

const HALF = '(?<half>[ap]\\.?m\\.?)'
const APPROX = '(?:(?:about|around|shortly after|shortly before|just after|just before) )?'

export const CLOCK_RULES: readonly TimeRule[] = [
  {
    name: 'clock-12',
    type: 'TIME',
    pattern: `${APPROX}(?<hour>\\d\\d?)(?:[:.](?<minute>\\d\\d))? ?${HALF}(?:,? ${ZONE})?(?:,? (?:on )?${A_DAY})?`,
    sense: clockSense,
  },
  {
    name: 'clock-24',
    type: 'TIME',
    pattern: `${APPROX}(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?:,? ${ZONE})?(?:,? (?:on )?${A_DAY})?`,
    sense: clockSense,
  },
  {
    name: 'clock-zone',
    type: 'TIME',
    pattern: `(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d) (?:GMT|UTC)(?:,? (?:on )?${A_DAY})?`,
    sense: clockSense,
  },
  {
    name: 'noon',
    type: 'TIME',
    pattern: `(?<word>noon|midnight|midday)(?:,? (?:on )?${A_DAY})?`,
    sense: (g) => ({
      kind: 'clock',
      hour: /midnight/i.test(g.word ?? '') ? 24 : 12,
      minute: 0,
      day: dayBeside(g),
    }),
  },
  {
    name: 'hour-in-the',
    type: 'TIME',
    pattern:
      "(?<hour>\\d\\d?)(?: o['’]clock)? (?:in the|this|that) (?<part>morning|afternoon|evening)",
    sense: (g) => {
      const hour = hourOf(g.hour, g.part === 'morning' ? 'am' : 'pm')
      return hour === null ? null : { kind: 'clock', hour, minute: 0, day: null }
    },
  },
  {
    name: 'day-part',
    type: 'TIME',
    pattern: `(?:(?:early|late|mid) )?(?:(?<pick>last|next|this) )?${A_DAY}[ -](?:early |late |mid-)?${PART}`,
    sense: (g) => {
      const day = dayBeside(g)
      return day && { kind: 'day-part', part: PARTS[(g.part ?? '').toLowerCase()] ?? 'MO', day }
    },
  },
  {
    name: 'this-part',
    type: 'TIME',
    pattern: `(?:(?:early|late|earlier|later|mid)[- ])?(?<pick>this|last|the|that) ${PART}`,
    sense: (g, around) => {
      const pick = (g.pick ?? '').toLowerCase()
      const part = PARTS[(g.part ?? '').toLowerCase()] ?? 'MO'
      if (pick === 'the' && !/\bin $/i.test(around.before)) return null
      const day = pick === 'last' ? shift(-1) : pick === 'this' ? shift(0) : null
      return { kind: 'day-part', part, day }
    },
  },
  {
    name: 'tonight',
    type: 'TIME',
    pattern: '(?<word>tonight|overnight)',
    sense: (g) => ({
      kind: 'day-part',
      part: 'NI',
      day: shift(/tonight/i.test(g.word ?? '') ? 0 : -1),
    }),
  },
  {
    name: 'part-of-yesterday',
    type: 'TIME',
    pattern: `(?:early|late|mid)?[- ]?${PART} (?<rel>yesterday|today|tomorrow)`,
    sense: (g) => ({
      kind: 'day-part',
      part: PARTS[(g.part ?? '').toLowerCase()] ?? 'MO',
      day: dayBeside(g),
    }),
  },
]
