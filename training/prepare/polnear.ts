import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { tagStretch, wordsOf, wordsWithin } from './types.js'
import type { TrainingDocument } from './types.js'

type Pieces = [number, number][]
interface Article {
  id: string
  text: string
  attributions: { source: Pieces; cue: Pieces; content: Pieces }[]
}

/** What CoreNLP said of an article, as published with the corpus: silver, errors included. */
interface SilverArticle {
  id: string
  sentences: { ner: string[]; begin: number[]; end: number[] }[]
}

const SILVER_TYPES: Readonly<Record<string, string>> = {
  PERSON: 'PER',
  ORGANIZATION: 'ORG',
  LOCATION: 'LOC',
}

/**
 * PolNeAR articles: words, attribution tags and the links from each content piece to its cue and source. `silverPath`
 * gives names by another program; neighbours of one type run together in it, and articles it lacks have no names.
 */
export function polnearDocuments(path: string, silverPath?: string): TrainingDocument[] {
  const silver = new Map<string, SilverArticle>()
  for (const line of silverPath === undefined ? [] : linesOf(silverPath)) {
    const article = JSON.parse(line) as SilverArticle
    silver.set(article.id, article)
  }
  return linesOf(path).map((line) => {
    const article = JSON.parse(line) as Article
    const document = articleDocument(article)
    const found = silver.get(article.id)
    const names = found ? silverNames(article.text, found) : document.words.map(() => '?')
    return { ...document, names }
  })
}

function linesOf(path: string): string[] {
  const raw = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8')
  return text.split('\n').filter((line) => line !== '')
}

function silverNames(text: string, silver: SilverArticle): string[] {
  const { spans } = wordsOf(text)
  const names = spans.map(() => 'O')
  for (const { ner, begin, end } of silver.sentences) {
    for (let first = 0; first < ner.length;) {
      const type = SILVER_TYPES[ner[first] ?? '']
      let last = first + 1
      while (ner[last] === ner[first]) last += 1
      if (type !== undefined) {
        const within = wordsWithin(spans, begin[first] ?? 0, end[last - 1] ?? 0)
        tagStretch(names, within, type)
      }
      first = last
    }
  }
  return names
}

function articleDocument(article: Article): TrainingDocument {
  const { spans, words, gaps } = wordsOf(article.text)
  const attributions = words.map(() => 'O')
  const attributionLinks: NonNullable<TrainingDocument['attributionLinks']> = []
  for (const one of article.attributions) {
    const place = (pieces: Pieces, label: string): number[] =>
      pieces.flatMap(([start, end]) => {
        const within = wordsWithin(spans, start, end)
        return tagStretch(attributions, within, label) ? [within[0] as number] : []
      })
    const source = place(one.source, 'SOURCE')[0] ?? -1
    const cue = place(one.cue, 'CUE')[0] ?? -1
    for (const content of place(one.content, 'CONTENT'))
      attributionLinks.push({ content, cue, source })
  }
  return { id: article.id, words, gaps, attributions, attributionLinks }
}
