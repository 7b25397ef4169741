import { issueOf, type Issue, type Outcome } from '../core/index.js'
import type { CodebookEntries } from './files.js'
import { nounForms, verbForms, type IrregularVerbs } from './inflect.js'
import type { AttributionGroupEntry, CueGroupEntry, RolePatternEntry } from './schemas.js'

/** A word or frame that tells an event type, with where its parties stand. */
export interface EventCue {
  /** "CONSULT: hold talks" */
  readonly id: string
  readonly event: CueGroupEntry['event']
  readonly mode: string | null
  /** As the data file has it: "call on", "hold talks", "state visit". */
  readonly lemma: string
  /** The word that carries it: the verb of a verb or frame, the last word of a noun. */
  readonly head: string
  readonly kind: 'verb' | 'noun' | 'frame'
  /** Verb: the words after it, in order. Noun: the words before its head. Frame: the words of the noun, head last. */
  readonly rest: readonly string[]
  /** Frame: the written forms of its noun's last word ("talk", "talks"); empty otherwise. */
  readonly nounForms: readonly string[]
  readonly actor: readonly string[]
  readonly recipient: readonly string[]
  readonly strength: 'strong' | 'weak'
  readonly factuality: CueGroupEntry['factuality']
  readonly contexts: readonly string[]
}

/** A reporting cue: its head's written forms lead to it. */
export interface AttributionCue {
  readonly lemma: string
  readonly head: string
  readonly rest: readonly string[]
  readonly kind: AttributionGroupEntry['kind']
  readonly stance: AttributionGroupEntry['stance']
  readonly strength: 'strong' | 'weak'
}

/** Cues and, by every written form of their heads in lower case, the cues that it may begin. Longest first. */
export interface CueIndex<Cue> {
  readonly cues: readonly Cue[]
  readonly byForm: ReadonlyMap<string, readonly Cue[]>
}

type CueWords = Pick<EventCue, 'kind' | 'lemma' | 'head' | 'rest' | 'nounForms'>

const NO_FORMS: readonly string[] = []

function verbWords(lemma: string): CueWords {
  const [head = lemma, ...rest] = lemma.split(' ')
  return { kind: 'verb', lemma, head, rest, nounForms: NO_FORMS }
}

function nounWords(lemma: string): CueWords {
  const all = lemma.split(' ')
  return {
    kind: 'noun',
    lemma,
    head: all.at(-1) ?? lemma,
    rest: all.slice(0, -1),
    nounForms: NO_FORMS,
  }
}

/** Every verb with every noun. A verb with particles ("call off") keeps its word order: it becomes a verb cue. */
function frameWords(group: CueGroupEntry): CueWords[] {
  if (!group.frames) return []
  const nouns = group.frames.nouns.map((noun) => {
    const words = noun.split(' ')
    return { noun, words, forms: nounForms(words.at(-1) ?? noun) }
  })
  return group.frames.verbs.flatMap((verb) => {
    if (verb.includes(' ')) return nouns.map(({ noun }) => verbWords(`${verb} ${noun}`))
    return nouns.map(({ noun, words, forms }): CueWords => ({
      kind: 'frame',
      lemma: `${verb} ${noun}`,
      head: verb,
      rest: words,
      nounForms: forms,
    }))
  })
}

function cuesOf(group: CueGroupEntry, pattern: RolePatternEntry): EventCue[] {
  const all = [...group.verbs.map(verbWords), ...group.nouns.map(nounWords), ...frameWords(group)]
  // Written out field by field: spreading some ten thousand cues made up half of the loading time.
  return all.map(({ kind, lemma, head, rest, nounForms: forms }) => ({
    id: `${group.event}: ${lemma}`,
    event: group.event,
    mode: group.mode,
    lemma,
    head,
    kind,
    rest,
    nounForms: forms,
    actor: pattern.actor,
    recipient: pattern.recipient,
    strength: group.strength,
    factuality: group.factuality,
    contexts: group.contexts,
  }))
}

function indexByForm<Cue extends { head: string; rest: readonly string[] }>(
  cues: readonly Cue[],
  formsOf: (cue: Cue) => readonly string[],
  keyOf: (cue: Cue) => string,
): CueIndex<Cue> {
  const byForm = new Map<string, Cue[]>()
  const known = new Map<string, readonly string[]>()
  for (const cue of cues) {
    const key = keyOf(cue)
    const forms = known.get(key) ?? formsOf(cue)
    known.set(key, forms)
    for (const form of forms) {
      const there = byForm.get(form)
      if (there) there.push(cue)
      else byForm.set(form, [cue])
    }
  }
  for (const list of byForm.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return { cues, byForm }
}

function cueIssue(group: CueGroupEntry, message: string, advice: string): Issue {
  const first = group.verbs[0] ?? group.nouns[0] ?? group.frames?.nouns[0] ?? ''
  const where = `event-cues.yaml, cues, the ${group.event} group of "${first}"`
  return issueOf('codebook-invalid', 'error', where, message, advice)
}

function groupIssues(group: CueGroupEntry, entries: CodebookEntries): Issue[] {
  const issues: Issue[] = []
  const type = entries.events.find((entry) => entry.event === group.event)
  if (!type)
    issues.push(cueIssue(group, `no type ${group.event} in events.yaml`, 'add the type there'))
  else if (group.mode !== null && !type.modes.some((mode) => mode.mode === group.mode))
    issues.push(
      cueIssue(group, `${group.event} has no mode "${group.mode}"`, 'use a mode of events.yaml'),
    )
  const contexts = new Set(entries.contexts.map((entry) => entry.context))
  for (const context of group.contexts)
    if (!contexts.has(context))
      issues.push(
        cueIssue(group, `no context "${context}"`, 'use a context of contexts.yaml, or add it'),
      )
  return issues
}

/** Cues listed twice for one type and mode. */
export function repeatedCueIssues(cues: readonly EventCue[]): readonly Issue[] {
  const seen = new Set<string>()
  const issues: Issue[] = []
  for (const cue of cues) {
    const key = `${cue.kind} ${cue.id} ${cue.mode ?? ''}`
    if (seen.has(key)) {
      const advice = 'keep one of the two'
      const where = `event-cues.yaml, cue "${cue.lemma}"`
      const message = `the ${cue.kind} is listed twice for ${cue.event}`
      issues.push(issueOf('codebook-invalid', 'error', where, message, advice))
    }
    seen.add(key)
  }
  return issues
}

/** Expand the cue groups to single cues and index them. Unknown patterns, types, modes and contexts become issues. */
export function indexEventCues(
  entries: CodebookEntries,
  irregular: IrregularVerbs,
): Outcome<CueIndex<EventCue>> {
  const patterns = new Map(entries.rolePatterns.map((entry) => [entry.pattern, entry]))
  const issues: Issue[] = []
  const cues: EventCue[] = []
  for (const group of entries.cueGroups) {
    const pattern = patterns.get(group.pattern)
    const found = groupIssues(group, entries)
    if (!pattern)
      found.push(
        cueIssue(group, `no role pattern "${group.pattern}"`, 'use one of the patterns above'),
      )
    issues.push(...found)
    if (pattern && found.length === 0) cues.push(...cuesOf(group, pattern))
  }
  const index = indexByForm(
    cues,
    (cue) => (cue.kind === 'noun' ? nounForms(cue.head) : verbForms(cue.head, irregular)),
    (cue) => (cue.kind === 'noun' ? `the ${cue.head}` : cue.head),
  )
  return { value: index, issues }
}

/** Expand the reporting cues and index them by every written form of their first word. */
export function indexAttributionCues(
  entries: CodebookEntries,
  irregular: IrregularVerbs,
): CueIndex<AttributionCue> {
  const cues = entries.attributionGroups.flatMap((group) =>
    group.cues.map((lemma) => {
      const { head, rest } = group.kind === 'noun' ? nounWords(lemma) : verbWords(lemma)
      return { lemma, head, rest, kind: group.kind, stance: group.stance, strength: group.strength }
    }),
  )
  const formsOf = (cue: AttributionCue): readonly string[] => {
    if (cue.kind === 'verb') return verbForms(cue.head, irregular)
    return cue.kind === 'noun' ? nounForms(cue.head) : [cue.head]
  }
  return indexByForm(cues, formsOf, (cue) => `${cue.kind} ${cue.head}`)
}
