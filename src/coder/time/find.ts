import type { TimexType } from '../../core/readings.js'
import type { Span } from '../../core/spans.js'
import { TIME_RULES, type TimeRule } from './rules.js'
import type { TimeSense } from './senses.js'

/** A time expression found in a text; `start` and `end` are offsets into it. */
export interface FoundTime extends Span {
  readonly text: string
  readonly type: TimexType
  readonly rule: string
  readonly sense: TimeSense
}

const BEFORE = '(?<![\\p{L}\\d$€£¥#_]|\\d[.,:/]|[\\d\\p{L}]-(?=\\d))'
const AFTER = '(?![\\p{L}\\d_]|[.,:/]\\d|-\\d)'
const CONTEXT_LENGTH = 40

const compile = (rule: TimeRule) =>
  new RegExp(
    `${BEFORE}(?:${rule.pattern.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+')})${AFTER}`,
    'giu',
  )

const COMPILED = TIME_RULES.map((rule) => ({ rule, pattern: compile(rule) }))

function matchesOf(text: string, rule: TimeRule, pattern: RegExp): FoundTime[] {
  const found: FoundTime[] = []
  for (const match of text.matchAll(pattern)) {
    const [words, start] = [match[0], match.index]
    const end = start + words.length
    const around = {
      before: text.slice(Math.max(0, start - CONTEXT_LENGTH), start).replace(/\s+/g, ' '),
      after: text.slice(end, end + CONTEXT_LENGTH).replace(/\s+/g, ' '),
      text: words.replace(/\s+/g, ' '),
    }
    const sense = rule.sense(match.groups ?? {}, around)
    const type = sense?.kind === 'duration' ? 'DURATION' : sense?.kind === 'set' ? 'SET' : rule.type
    if (sense) found.push({ start, end, text: words, type, rule: rule.name, sense })
  }
  return found
}

/**
 * Time expressions of a plain text, in order, none overlapping: the longest reading wins, then the earlier rule.
 * Prepositions ("in", "since") are left out, as in TimeML. Takes any string; never throws.
 */
export function findTimes(text: string): FoundTime[] {
  const all = COMPILED.flatMap(({ rule, pattern }) => matchesOf(text, rule, pattern))
  const order = [...all.keys()].sort((a, b) => {
    const [one, other] = [all[a], all[b]]
    if (!one || !other) return 0
    return other.end - other.start - (one.end - one.start) || a - b
  })
  const taken: FoundTime[] = []
  for (const index of order) {
    const candidate = all[index]
    if (
      candidate &&
      !taken.some((time) => time.start < candidate.end && candidate.start < time.end)
    )
      taken.push(candidate)
  }
  return taken.sort((a, b) => a.start - b.start)
}
