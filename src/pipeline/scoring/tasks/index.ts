import { attributionTask } from './attribution.js'
import { calibrationTask } from './calibration.js'
import { coreferenceTask } from './coreference.js'
import { ledgerTask } from './ledger.js'
import { nerTask } from './ner.js'
import { parseTask } from './parse.js'
import { ploverTask } from './plover.js'
import { quantitiesTask } from './quantities.js'
import { sentencesTask } from './sentences.js'
import type { EvalTask } from './task.js'
import { timeTask } from './time.js'

/** Every evaluation, in the order that help lists them. */
export const EVAL_TASKS: readonly EvalTask[] = [
  parseTask,
  sentencesTask,
  nerTask,
  attributionTask,
  coreferenceTask,
  ploverTask,
  timeTask,
  quantitiesTask,
  ledgerTask,
  calibrationTask,
]
export type { EvalInput, EvalResult, EvalTask } from './task.js'
