import type { Codebook } from '../../codebook/index.js'
import type { Span } from '../../core/index.js'
import type { Scene } from '../scene.js'
import { rangeOfSpan } from '../parse.js'
import type { EventCandidate } from './candidates.js'
import { cuesOfTypeAt } from './find-cues.js'

/** Mode, contexts, quad and intensity of an event. */

/** The mode that the cue names; without a cue of that type, the one that all cues of the type on its words share. */
export function modeOf(scene: Scene, candidate: EventCandidate): string | null {
  const own = candidate.cue?.event === candidate.type ? candidate.cue.mode : null
  if (own) return own
  const modes = candidate.group.flatMap((at) =>
    cuesOfTypeAt(scene, at, candidate.type).map((cue) => cue.mode),
  )
  const first = modes[0] ?? null
  return modes.every((mode) => mode === first)
    ? first
    : (modes.find((mode) => mode !== null) ?? null)
}

/** The codebook's quad and intensity of a type, the mode's intensity where it has one. Null for an unknown type. */
export function scaleOf(codebook: Codebook, type: string, mode: string | null) {
  const entry = codebook.eventTypes.get(type)
  if (!entry) return null
  const own = entry.modes.find((one) => one.mode === mode)
  return { event: entry.event, quad: entry.quad, intensity: own?.intensity ?? entry.intensity }
}

interface ContextCue {
  readonly context: string
  readonly words: readonly string[]
}

const contextIndexes = new WeakMap<Codebook, ReadonlyMap<string, readonly ContextCue[]>>()

function contextIndexOf(codebook: Codebook): ReadonlyMap<string, readonly ContextCue[]> {
  const known = contextIndexes.get(codebook)
  if (known) return known
  const made = new Map<string, ContextCue[]>()
  for (const { context, cues } of codebook.entries.contexts)
    for (const cue of cues) {
      const words = cue.toLowerCase().split(' ')
      const list = made.get(words[0] ?? '')
      if (list) list.push({ context, words })
      else made.set(words[0] ?? '', [{ context, words }])
    }
  contextIndexes.set(codebook, made)
  return made
}

/** Contexts that the cue brings or whose words stand in the evidence, in alphabetical order. */
export function contextsOf(scene: Scene, candidate: EventCandidate, evidence: Span): string[] {
  const found = new Set(candidate.cue?.contexts ?? [])
  const range = rangeOfSpan(scene.parse, evidence)
  const index = contextIndexOf(scene.codebook)
  const words = scene.reading.tokens
    .slice(range?.first ?? 0, range?.last ?? 0)
    .map((token) => token.text.toLowerCase())
  words.forEach((word, at) => {
    for (const form of new Set([word, word.replace(/s$/, '')]))
      for (const cue of index.get(form) ?? [])
        if (cue.words.every((part, n) => n === 0 || words[at + n]?.startsWith(part)))
          found.add(cue.context)
  })
  return [...found].sort()
}
