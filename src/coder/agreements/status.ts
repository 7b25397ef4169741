import type { AgreementRecord } from '../../core/index.js'
import {
  ancestors,
  dependents,
  lemmaAt,
  relationOf,
  spanOf,
  subtreeRange,
  tagOf,
} from '../parse.js'
import { clauseRoot } from '../clauses.js'
import type { Scene } from '../scene.js'
import type { AgreementWords } from './forms.js'

type Status = AgreementRecord['status']

/**
 * How far an agreement has come, as what is said of it tells ("the treaty that they signed"), else its own clause: a set phrase behind it ("in force"), the noun it hangs on
 * ("the signing of"), the verb it is the object of ("ratified"), a word before it ("the signed treaty"). What
 * "will be signed" is only proposed. Null when nothing says so.
 */
export function statusOf(scene: Scene, words: AgreementWords, head: number): Status {
  const { parse } = scene
  const told = dependents(parse, head, 'acl').filter((at) => tagOf(parse, at).startsWith('VB'))
  for (const at of told) {
    const status = words.statusVerbs.get(lemmaAt(parse, at))
    if (status) return isAhead(scene, at) && status !== 'negotiating' ? 'proposed' : status
  }
  const before = dependents(parse, head, 'amod')
    .map((at) => words.statusVerbs.get(lemmaAt(parse, at)))
    .find(Boolean)
  const line = governorsOf(scene, head)
  for (const at of line) {
    const isVerb = tagOf(parse, at).startsWith('VB')
    const phrase = isVerb ? phraseStatus(scene, words, at) : null
    if (phrase) return phrase
    const status = isVerb
      ? words.statusVerbs.get(lemmaAt(parse, at))
      : words.statusNouns.get(lemmaAt(parse, at))
    if (status)
      return isVerb && isAhead(scene, at) && status !== 'negotiating' ? 'proposed' : status
  }
  return before ?? phraseAround(scene, words, head)
}

/** The words that an agreement hangs on, up to the verb of its clause: "the signing of", "agreed to ratify". */
function governorsOf(scene: Scene, head: number): number[] {
  const line: number[] = []
  let here = head
  for (const at of ancestors(scene.parse, head).slice(1, 4)) {
    const relation = relationOf(scene.parse, here)
    if (!['obj', 'nsubj', 'nmod', 'conj', 'compound', 'xcomp', 'obl'].includes(relation)) break
    if (relation === 'conj') {
      here = at
      continue
    }
    line.push(at)
    here = at
    if (tagOf(scene.parse, at).startsWith('VB') && relationOf(scene.parse, at) !== 'xcomp') break
  }
  return line
}

/** Is the verb told as still to come: "will sign", "plans to ratify", "to be signed"? */
function isAhead(scene: Scene, verb: number): boolean {
  const auxiliaries = dependents(scene.parse, verb, 'aux').map((at) => lemmaAt(scene.parse, at))
  if (auxiliaries.some((word) => /^(will|shall|would|may|could|might|['’]ll)$/.test(word)))
    return true
  return relationOf(scene.parse, verb) === 'xcomp' && tagOf(scene.parse, verb) === 'VB'
}

function phraseStatus(scene: Scene, words: AgreementWords, verb: number): Status {
  const span = spanOf(scene.parse, subtreeRange(scene.parse, verb))
  const text = scene.document.text.slice(span.start, span.end).toLowerCase()
  const strong = words.statusPhrases.find(
    ([phrase]) =>
      /\b(force|effect|negotiat\w+|null|defunct|expired)\b/.test(phrase) && text.includes(phrase),
  )
  return strong?.[1] ?? null
}

/** A set phrase just before the agreement ("under the terms of") or just after it ("in force"). */
function phraseAround(scene: Scene, words: AgreementWords, head: number): Status {
  const { parse, document } = scene
  const clause = spanOf(parse, subtreeRange(parse, clauseRoot(parse, head)))
  const token = parse.tokens[head]
  if (!token) return null
  const from = Math.max(clause.start, token.start - 60)
  const near = document.text.slice(from, Math.min(clause.end, token.end + 40)).toLowerCase()
  return words.statusPhrases.find(([phrase]) => near.includes(phrase))?.[1] ?? null
}
