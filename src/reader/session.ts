import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { hintsOf, loadLexicon } from './lexicon.js'
import type { Lexicon } from './lexicon.js'
import { loadManifest, ModelError } from './manifest.js'
import type { Manifest } from './manifest.js'
import { loadPieces } from './pieces.js'
import type { Pieces } from './pieces.js'
import { shapeOf } from './shapes.js'
import type { Gap, Word } from './windows.js'

/** A loaded model: two graphs (words; relations of chosen pairs), its tokenizer, its lexicon and its manifest. */
export interface ReaderModel {
  readonly manifest: Manifest
  readonly pieces: Pieces
  readonly lexicon: Lexicon
  readonly words: InferenceSession
  readonly labeler: InferenceSession
}

/** What the word graph answers (training/model.py: OUTPUTS). */
export type OutputName =
  | 'end'
  | 'tag'
  | 'arc'
  | 'labelDependent'
  | 'labelHead'
  | 'name'
  | 'attribution'
  | 'time'
  | 'event'
  | 'factuality'
  | 'mention'
  | 'links'

/** One answer for each word of a window: row-major, one row of `width` numbers a word. */
export interface Matrix {
  readonly data: Float32Array
  readonly width: number
}

/** The network's answer for one window of `count` words. `arc` is (words × words). */
export type WindowOutput = { readonly count: number } & Readonly<Record<OutputName, Matrix>>

/** The row of one word, a view and not a copy. */
export function rowOf({ data, width }: Matrix, word: number): Float32Array {
  return data.subarray(word * width, (word + 1) * width)
}

/** Loads a model folder. Throws ModelError when a file is missing or does not fit. `threads`: for one inference. */
export async function loadModel(folder: string, threads = 1): Promise<ReaderModel> {
  const manifest = loadManifest(folder)
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  }
  const open = (file: string): Promise<InferenceSession> =>
    InferenceSession.create(join(folder, file), options).catch((error: unknown) => {
      throw new ModelError(`${join(folder, file)} cannot be opened: ${String(error)}`)
    })
  const [words, labeler] = await Promise.all([open('reader.onnx'), open('labeler.onnx')])
  const lexicon = loadLexicon(folder)
  return { manifest, pieces: loadPieces(folder, manifest), lexicon, words, labeler }
}

const GAP_NUMBERS: Readonly<Record<Gap, number>> = { none: 0, space: 1, line: 2, paragraph: 2 }
const INSIDE_A_WORD = 3

/** Runs the network over one window. Windows go one by one: filling up a batch would cost more than it saves. */
export async function runWindow(model: ReaderModel, words: readonly Word[]): Promise<WindowOutput> {
  const { pieces, features, hints, starts } = inputRow(model, words)
  const result = await model.words.run({
    pieces: tensorOfIntegers(pieces),
    features: tensorOfIntegers(features),
    hints: tensorOfIntegers(hints),
    starts: tensorOfIntegers(starts),
  })
  const output: Record<string, number | Matrix> = { count: words.length }
  for (const [name, tensor] of Object.entries(result))
    output[name] = { data: tensor.data as Float32Array, width: tensor.dims[1] ?? 0 }
  return output as WindowOutput
}

interface InputRow {
  readonly pieces: Int32Array
  readonly features: Int32Array
  readonly hints: Int32Array
  readonly starts: Int32Array
}

function inputRow({ pieces, manifest, lexicon }: ReaderModel, words: readonly Word[]): InputRow {
  const texts = words.map((word) => word.text)
  const parts = texts.map(pieces.of)
  const size = parts.reduce((sum, part) => sum + part.length, 2)
  const row = {
    pieces: new Int32Array(size),
    features: new Int32Array(size),
    hints: new Int32Array(size),
    starts: new Int32Array(words.length),
  }
  const hints = hintsOf(lexicon, texts)
  row.pieces[0] = pieces.opening
  let at = 1
  words.forEach((word, w) => {
    const shape = shapeOf(word.text) * manifest.gaps
    row.starts[w] = at
    const part = parts[w] ?? []
    for (let i = 0; i < part.length; i++, at++) {
      row.pieces[at] = part[i] as number
      row.features[at] = shape + (i === 0 ? GAP_NUMBERS[word.gap] : INSIDE_A_WORD)
      row.hints[at] = hints[w] as number
    }
  })
  row.pieces[at] = pieces.closing
  return row
}

function tensorOfIntegers(row: Int32Array): Tensor {
  return new Tensor('int32', row, [row.length])
}

/** Relation scores (words × relations) of dependents to their heads, from their label vectors. */
export async function runLabeler(
  model: ReaderModel,
  dependents: Matrix,
  heads: Matrix,
): Promise<Matrix> {
  const result = await model.labeler.run({ dependent: tensorOf(dependents), head: tensorOf(heads) })
  const relation = result['relation']
  return { data: relation?.data as Float32Array, width: relation?.dims[1] ?? 0 }
}

function tensorOf({ data, width }: Matrix): Tensor {
  return new Tensor('float32', data, [data.length / width, width])
}
