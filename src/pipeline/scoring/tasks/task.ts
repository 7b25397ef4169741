import type { Config } from '../../../config/config.js'
import type { ReaderModel } from '../../../reader/index.js'

/** What an evaluation is given. */
export interface EvalInput {
  /** The data: a file or a folder, as the task says. */
  readonly path: string
  /** Where the reader's weights are, and how many threads may read; its ledger is not touched. */
  readonly config: Config
  /** The reader, loaded when first asked for: some tasks need none. */
  readonly loadReader: () => Promise<ReaderModel>
  /** The day of reading (ISO date): it only bounds inferred years. */
  readonly asOf: string
  /** Of a folder, only the tenth of the files that training leaves out. */
  readonly keptBackOnly: boolean
  /** Called once an item with its gold and predicted answers. */
  readonly onPrediction: (item: object) => void
  readonly onProgress: (done: number, total: number) => void
}

export interface EvalResult {
  /** Sentences, documents, articles or rows that were read; 0 where the data hold none. */
  readonly items: number
  /** Scores by name, percentages with two decimals; counts are whole numbers. */
  readonly scores: Readonly<Record<string, unknown>>
  /** What a person should know who reads the scores. */
  readonly notes: readonly string[]
}

export interface EvalTask {
  readonly name: string
  /** What `--data` is, in a line. */
  readonly data: string
  /** What is measured and by which convention, in a few lines. */
  readonly measure: string
  /** Throws EvalDataError where the data are not of the task's form, ModelError where the weights are missing. */
  readonly run: (input: EvalInput) => Promise<EvalResult>
}
