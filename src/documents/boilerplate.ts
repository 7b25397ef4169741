import { BOILERPLATE_FILE } from './dataFiles.js'
import type { BoilerplateRule, RulePlace } from './dataFiles.js'
import { wordCount } from './normalise.js'

/** Which lines are not part of a report: the rules of boilerplate.yaml, compiled once. */

/** Longer lines are never tried: no rule is meant for them, and no input may make a rule slow. */
const LONGEST_LINE = 600

interface CompiledRule {
  readonly name: string
  readonly where: RulePlace
  readonly maxWords: number
  /** The patterns that say how a line begins; null if there are none. */
  readonly begun: RegExp | null
  readonly open: readonly OpenPattern[]
}

/**
 * A pattern that begins with anything (".{0,300}…"), which is slow to try. Whatever matches it as a whole ends with
 * what `ending` looks for, the pattern without that beginning: a line that has no such end needs no further look.
 */
interface OpenPattern {
  readonly ending: RegExp
  readonly whole: RegExp
}

const ANYTHING_FIRST = /^\.\{0,\d+\}/

function filled(pattern: string): string {
  return pattern.replace(
    /\{([a-z]+)\}/g,
    (whole, name: string) => BOILERPLATE_FILE.words[name] ?? whole,
  )
}

function compile(patterns: readonly string[], keepCase: boolean): RegExp {
  return new RegExp(`^(?:${patterns.map(filled).join('|')})$`, keepCase ? 'u' : 'iu')
}

function compileOpen(pattern: string, keepCase: boolean): OpenPattern {
  const rest = filled(pattern).replace(ANYTHING_FIRST, '')
  const ending = new RegExp(`(?:${rest})$`, keepCase ? 'u' : 'iu')
  return { ending, whole: compile([pattern], keepCase) }
}

function compileRule({ name, where, maxWords, patterns, keepCase }: BoilerplateRule): CompiledRule {
  const isOpen = (pattern: string) => ANYTHING_FIRST.test(pattern)
  const begun = patterns.filter((pattern) => !isOpen(pattern))
  return {
    name,
    where,
    maxWords,
    begun: begun.length ? compile(begun, keepCase) : null,
    open: patterns.filter(isOpen).map((pattern) => compileOpen(pattern, keepCase)),
  }
}

function takes({ begun, open }: CompiledRule, line: string): boolean {
  if (begun?.test(line)) return true
  return open.some(({ ending, whole }) => ending.test(line) && whole.test(line))
}

const RULES = BOILERPLATE_FILE.lines.map(compileRule)
const LIST_HEADING = compile(BOILERPLATE_FILE.listHeadings, false)
const REST_HEADING = compile(BOILERPLATE_FILE.restHeadings, false)
const LABEL_WORDS = new Set(BOILERPLATE_FILE.sectionLabels)

/** Where a line stands: before the report's first sentence, after its last, or between. */
export type LinePosition = 'head' | 'body' | 'tail'

/** Name of the rule by which a line at a position is not part of the report; null if none. */
export function boilerplateRuleOf(line: string, position: LinePosition): string | null {
  if (line.length > LONGEST_LINE) return null
  const words = wordCount(line)
  const rule = RULES.find(
    (one) => words <= one.maxWords && appliesAt(one.where, position) && takes(one, line),
  )
  return rule?.name ?? null
}

function appliesAt(where: RulePlace, position: LinePosition): boolean {
  if (where === 'anywhere') return true
  return where === position || (where === 'edges' && position !== 'body')
}

/** Is it the heading of a list of other reports ("Related Articles")? */
export function isListHeading(line: string): boolean {
  return line.length < 80 && LIST_HEADING.test(line)
}

/** Is it the heading of what stands below a report to the end of the page ("Comments (3)")? */
export function isRestHeading(line: string): boolean {
  return line.length < 80 && REST_HEADING.test(line)
}

/** Is the line made of section names alone ("Conflicts & War")? */
export function isSectionLabel(line: string): boolean {
  const words = line.toLowerCase().split(/\s+/)
  return (
    words.length <= 5 &&
    line !== '' &&
    words.every((word) => LABEL_WORDS.has(word.replace(/[,:]$/, '')))
  )
}
