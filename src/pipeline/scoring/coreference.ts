import type { TreebankWord } from './conllu.js'

/** Coreference of a treebank with GUM's mentions: which names and pronouns are linked to an earlier mention of theirs. */

export interface GoldMention {
  /** Words of the document; `last` is the word after. */
  readonly first: number
  readonly last: number
  readonly chain: string
  /** The words that carry it: its head, or all words of a name. */
  readonly heads: readonly number[]
}

interface OpenMention {
  readonly first: number
  readonly chain: string
  readonly minspan: string
}

/**
 * Mentions of a document in the order in which they begin. `(id-type-infstat-salience-centering-minspan-…` opens one,
 * `id)` closes the last open one of that id; minspan names its head words, counted from 1 within it.
 */
export function goldMentions(words: readonly TreebankWord[]): GoldMention[] {
  const open: OpenMention[] = []
  const mentions: GoldMention[] = []
  const close = ({ first, chain, minspan }: OpenMention, last: number): void => {
    const heads = minspan.split(',').map((number) => first + Number(number) - 1)
    mentions.push({ first, last, chain, heads: heads.filter((head) => head >= first) })
  }
  words.forEach(({ entity }, at) => {
    for (const match of entity.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)) {
      const [, opened, closed, ended] = match
      if (opened !== undefined) {
        const [chain = '', , , , , minspan = '1'] = opened.split('-')
        const mention = { first: at, chain, minspan }
        if (closed === undefined) open.push(mention)
        else close(mention, at + 1)
      } else {
        const place = open.findLastIndex((one) => one.chain === ended)
        const [mention] = place < 0 ? [] : open.splice(place, 1)
        if (mention) close(mention, at + 1)
      }
    }
  })
  return mentions.sort((a, b) => a.first - b.first || b.last - a.last)
}

export interface CoreferenceCounts {
  /** Names and pronouns that have an earlier mention, and how many of them are linked to one of its chain. */
  readonly names: { readonly all: number; readonly linked: number }
  readonly pronouns: { readonly all: number; readonly linked: number }
  /** Links that begin at such a name or pronoun. */
  readonly links: number
}

type Link = Readonly<{ mention: number; antecedent: number }>

/** Counts over one document. A link is right when it leads from a head word of the mention to one of an earlier one. */
export function countCoreference(
  words: readonly TreebankWord[],
  links: readonly Link[],
): CoreferenceCounts {
  const counts = { names: { all: 0, linked: 0 }, pronouns: { all: 0, linked: 0 }, links: 0 }
  const mentions = goldMentions(words)
  for (const mention of mentions) {
    const kind = kindOf(words, mention)
    const earlier = mentions.filter((one) => isEarlier(one, mention))
    if (kind === null || earlier.length === 0) continue
    const own = links.filter((link) => mention.heads.includes(link.mention))
    counts[kind].all++
    counts.links += own.length
    if (own.some((link) => earlier.some((one) => one.heads.includes(link.antecedent))))
      counts[kind].linked++
  }
  return counts
}

function kindOf(
  words: readonly TreebankWord[],
  { heads }: GoldMention,
): 'names' | 'pronouns' | null {
  const tag = words[heads[0] ?? -1]?.xpos ?? ''
  if (tag.startsWith('NNP')) return 'names'
  return tag.startsWith('PRP') ? 'pronouns' : null
}

function isEarlier(one: GoldMention, mention: GoldMention): boolean {
  return one.chain === mention.chain && one.last <= mention.first
}
