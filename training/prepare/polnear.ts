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

/** PolNeAR articles: words, attribution tags and the links from each content piece to its cue and source. */
export function polnearDocuments(path: string): TrainingDocument[] {
  const raw = readFileSync(path)
  const lines = (path.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => articleDocument(JSON.parse(line) as Article))
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
