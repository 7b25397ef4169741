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
  readonly pattern: RegExp
}

function compile(patterns: readonly string[], keepCase: boolean): RegExp {
  const filled = patterns.map((pattern) =>
    pattern.replace(
      /\{([a-z]+)\}/g,
      (whole, name: string) => BOILERPLATE_FILE.words[name] ?? whole,
    ),
  )
  return new RegExp(`^(?:${filled.join('|')})$`, keepCase ? 'u' : 'iu')
}

function compileRule(rule: BoilerplateRule): CompiledRule {
  const { name, where, maxWords } = rule
  return { name, where, maxWords, pattern: compile(rule.patterns, rule.keepCase) }
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
    ({ where, maxWords, pattern }) =>
      words <= maxWords && appliesAt(where, position) && pattern.test(line),
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
