import type { TimexType } from '../../core/readings.js'
import type { Span } from '../../core/spans.js'
import { foldedCopy, foldedPattern } from './folded.js'
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

/** BEFORE asks more than this: what it lets pass, this does too. */
const NO_WORD_BEFORE = '(?<!\\w)'

interface CompiledRule {
  readonly rule: TimeRule
  /** Tries one place of the text. */
  readonly pattern: RegExp
  /** Finds, in the text's folded copy, every place where `pattern` can match: it is the same with less asked around it. */
  readonly glance: RegExp
}

function compile(rule: TimeRule): CompiledRule {
  const pattern = rule.pattern.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+')
  return {
    rule,
    pattern: new RegExp(`${BEFORE}(?:${pattern})${AFTER}`, 'iuy'),
    glance: new RegExp(`${NO_WORD_BEFORE}(?:${foldedPattern(pattern)})`, 'g'),
  }
}

const COMPILED = TIME_RULES.map(compile)

/** All matches of a rule in a text, left to right, none overlapping: those that its pattern finds with the flag `g`. */
function matchesOf(text: string, copy: string, { rule, pattern, glance }: CompiledRule) {
  const found: FoundTime[] = []
  glance.lastIndex = 0
  for (let seen = glance.exec(copy); seen; seen = glance.exec(copy)) {
    pattern.lastIndex = seen.index
    const match = pattern.exec(text)
    glance.lastIndex = seen.index + Math.max(1, match?.[0].length ?? 0)
    const time = match && timeOf(text, match, rule)
    if (time) found.push(time)
  }
  return found
}

function timeOf(text: string, match: RegExpExecArray, rule: TimeRule): FoundTime | null {
  const [words, start] = [match[0], match.index]
  const end = start + words.length
  const around = {
    before: text.slice(Math.max(0, start - CONTEXT_LENGTH), start).replace(/\s+/g, ' '),
    after: text.slice(end, end + CONTEXT_LENGTH).replace(/\s+/g, ' '),
    text: words.replace(/\s+/g, ' '),
  }
  const sense = rule.sense(match.groups ?? {}, around)
  const type = sense?.kind === 'duration' ? 'DURATION' : sense?.kind === 'set' ? 'SET' : rule.type
  return sense && { start, end, text: words, type, rule: rule.name, sense }
}

/**
 * Time expressions of a plain text, in order, none overlapping: the longest reading wins, then the earlier rule.
 * Prepositions ("in", "since") are left out, as in TimeML. Takes any string; never throws.
 */
export function findTimes(text: string): FoundTime[] {
  const copy = foldedCopy(text)
  const all = COMPILED.flatMap((rule) => matchesOf(text, copy, rule))
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
