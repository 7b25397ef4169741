import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'
import type { Manifest } from './manifest.js'

/** Words remembered with their wordpieces; past this the memory is emptied, so that it cannot grow without end. */
const MAX_REMEMBERED = 200_000

/** Wordpiece numbers of single words, and the numbers of the marks around a window. */
export interface Pieces {
  readonly of: (word: string) => readonly number[]
  readonly opening: number
  readonly closing: number
}

/** Wordpieces by the model folder's tokenizer.json; at most `maxPiecesAWord` a word, never none. */
export function loadPieces(folder: string, manifest: Manifest): Pieces {
  const file = JSON.parse(readFileSync(join(folder, 'tokenizer.json'), 'utf8')) as object
  const tokenizer = new Tokenizer(file, {})
  const unknown = tokenizer.token_to_id('[UNK]') ?? 0
  const known = new Map<string, readonly number[]>()
  const of = (word: string): readonly number[] => {
    const seen = known.get(word)
    if (seen) return seen
    const ids = tokenizer.encode(word, { add_special_tokens: false }).ids
    const kept = ids.length > 0 ? ids.slice(0, manifest.maxPiecesAWord) : [unknown]
    if (known.size >= MAX_REMEMBERED) known.clear()
    known.set(word, kept)
    return kept
  }
  return {
    of,
    opening: tokenizer.token_to_id('[CLS]') ?? 0,
    closing: tokenizer.token_to_id('[SEP]') ?? 0,
  }
}
