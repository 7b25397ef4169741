import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { loadManifest, ModelError } from './manifest.js'
import type { Manifest } from './manifest.js'
import { loadPieces } from './pieces.js'
import type { Pieces } from './pieces.js'
import { shapeOf } from './shapes.js'
import type { Gap, Word } from './windows.js'

/** A loaded model: two graphs (words; relations of chosen pairs), its tokenizer and its manifest. */
export interface ReaderModel {
  readonly manifest: Manifest
  readonly pieces: Pieces
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

/** The network's answer for one window: each output a row-major (words × width) matrix. `arc` is (words × words). */
export interface WindowOutput {
  readonly count: number
  readonly width: (name: OutputName) => number
  /** The row of one word, a view and not a copy. */
  readonly row: (name: OutputName, word: number) => Float32Array
}

/** Loads a model folder. Throws ModelError when a file is missing or does not fit. `threads`: for one inference. */
export async function loadModel(folder: string, threads = 1): Promise<ReaderModel> {
  const manifest = loadManifest(folder)
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // The arena would keep the largest window's memory for ever.
    enableCpuMemArena: true,
  }
  const open = (file: string): Promise<InferenceSession> =>
    InferenceSession.create(join(folder, file), options).catch((error: unknown) => {
      throw new ModelError(`${join(folder, file)} cannot be opened: ${String(error)}`)
    })
  const [words, labeler] = await Promise.all([open('reader.onnx'), open('labeler.onnx')])
  return { manifest, pieces: loadPieces(folder, manifest), words, labeler }
}

const GAP_NUMBERS: Readonly<Record<Gap, number>> = { none: 0, space: 1, line: 2, paragraph: 2 }
const INSIDE_A_WORD = 3

/** Runs the network over a batch of windows at once; short windows are padded to the longest. */
export async function runWindows(
  model: ReaderModel,
  windows: readonly (readonly Word[])[],
): Promise<WindowOutput[]> {
  const rows = windows.map((words) => inputRow(model, words))
  const length = Math.max(...rows.map((row) => row.pieces.length))
  const width = Math.max(...rows.map((row) => row.starts.length))
  const result = await model.words.run({
    pieces: integers(
      rows.map((row) => row.pieces),
      length,
    ),
    features: integers(
      rows.map((row) => row.features),
      length,
    ),
    mask: maskOf(
      rows.map((row) => row.pieces.length),
      length,
    ),
    starts: integers(
      rows.map((row) => row.starts),
      width,
    ),
  })
  return rows.map((row, i) => windowOutput(result, i, row.starts.length, width))
}

interface InputRow {
  readonly pieces: number[]
  readonly features: number[]
  readonly starts: number[]
}

function inputRow(model: ReaderModel, words: readonly Word[]): InputRow {
  const { pieces, manifest } = model
  const row: InputRow = { pieces: [pieces.opening], features: [0], starts: [] }
  for (const word of words) {
    const shape = shapeOf(word.text) * manifest.gaps
    row.starts.push(row.pieces.length)
    for (const [i, piece] of pieces.of(word.text).entries()) {
      row.pieces.push(piece)
      row.features.push(shape + (i === 0 ? GAP_NUMBERS[word.gap] : INSIDE_A_WORD))
    }
  }
  row.pieces.push(pieces.closing)
  row.features.push(0)
  return row
}

function integers(rows: readonly (readonly number[])[], width: number): Tensor {
  const data = new BigInt64Array(rows.length * width)
  rows.forEach((row, r) => row.forEach((value, i) => (data[r * width + i] = BigInt(value))))
  return new Tensor('int64', data, [rows.length, width])
}

function maskOf(lengths: readonly number[], width: number): Tensor {
  const data = new Float32Array(lengths.length * width)
  lengths.forEach((length, r) => data.fill(1, r * width, r * width + length))
  return new Tensor('float32', data, [lengths.length, width])
}

function windowOutput(
  result: InferenceSession.ReturnType,
  index: number,
  count: number,
  padded: number,
): WindowOutput {
  const width = (name: OutputName): number => result[name]?.dims[2] ?? 0
  return {
    count,
    width,
    row: (name, word) => {
      const size = width(name)
      const from = (index * padded + word) * size
      const data = result[name]?.data as Float32Array
      return data.subarray(from, from + (name === 'arc' ? count : size))
    },
  }
}

/** Relation scores (pairs × relations) of dependents to heads, from their label vectors. */
export async function runLabeler(
  model: ReaderModel,
  dependents: readonly Float32Array[],
  heads: readonly Float32Array[],
): Promise<{ scores: Float32Array; width: number }> {
  const result = await model.labeler.run({ dependent: matrix(dependents), head: matrix(heads) })
  const relation = result['relation']
  return { scores: relation?.data as Float32Array, width: relation?.dims[1] ?? 0 }
}

function matrix(rows: readonly Float32Array[]): Tensor {
  const width = rows[0]?.length ?? 0
  const data = new Float32Array(rows.length * width)
  rows.forEach((row, i) => data.set(row, i * width))
  return new Tensor('float32', data, [rows.length, width])
}
