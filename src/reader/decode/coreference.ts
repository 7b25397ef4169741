import type { ReadLink, ReadName, ReadToken } from '../../core/index.js'
import type { Manifest } from '../manifest.js'
import type { WindowOutput } from '../session.js'
import { linkScorer } from './links.js'
import { sigmoid } from './numbers.js'

/** How many earlier mentions a mention is compared with, nearest first. */
const REACH = 60

/** Where a word of the document stands in the network's answers. */
export interface Place {
  readonly output: WindowOutput
  readonly word: number
}

/**
 * Links from names, pronouns and other mentions to an earlier mention of the same. A mention stands for itself by its
 * head word; a word is linked to the earlier mention with the highest score, if that is above 0.
 */
export function linksOf(
  tokens: readonly ReadToken[],
  names: readonly ReadName[],
  placeOf: (token: number) => Place,
  manifest: Manifest,
): ReadLink[] {
  const score = linkScorer(manifest, 'antecedent')
  const mentions = mentionHeads(tokens, names, placeOf)
  const links: ReadLink[] = []
  mentions.forEach((mention, n) => {
    const here = placeOf(mention)
    let best: ReadLink | null = null
    for (const antecedent of mentions.slice(Math.max(0, n - REACH), n)) {
      const there = placeOf(antecedent)
      const value = score(here.output, here.word, there.output, there.word)
      if (value > 0 && (!best || sigmoid(value) >= best.score))
        best = { mention, antecedent, score: sigmoid(value) }
    }
    if (best) links.push(best)
  })
  return links
}

/** Head words of the document's mentions in order: of names, of pronouns, and of nouns that the network takes for one. */
function mentionHeads(
  tokens: readonly ReadToken[],
  names: readonly ReadName[],
  placeOf: (token: number) => Place,
): number[] {
  const heads = new Set(names.map((name) => headOf(tokens, name)))
  tokens.forEach((token, i) => {
    const noun = /^(PRP\$?|NN.*)$/.test(token.tag)
    if (!noun || heads.has(i)) return
    if (names.some((name) => i >= name.first && i < name.last)) return
    const place = placeOf(i)
    if (token.tag.startsWith('PRP') || (place.output.row('mention', place.word)[0] ?? 0) > 0)
      heads.add(i)
  })
  return [...heads].sort((a, b) => a - b)
}

/** The word of a name that hangs outside it. */
function headOf(tokens: readonly ReadToken[], name: ReadName): number {
  for (let i = name.first; i < name.last; i++) {
    const head = tokens[i]?.head ?? -1
    if (head < name.first || head >= name.last) return i
  }
  return name.last - 1
}
