import type { Codebook } from '../codebook/index.js'
import type { CodedRecord } from '../core/index.js'
import { frameOf, type FindingGround } from './ground.js'

/**
 * What was worked out of single records. A decision changes a few records of a ledger; of all others the same follows as
 * before, and is not worked out again.
 */

/** Gives what `make` makes of a record, or what it made of the same record before. */
export type RecordNotes<Value> = (record: CodedRecord, make: () => Value) => Value

interface Note<Value> {
  readonly record: CodedRecord
  readonly value: Value
}

/**
 * Notes on one question, kept for each frame of a ground (`frameOf`) and codebook. What `make` makes may depend on
 * nothing but the record, its document, the parties that it names, and the frame.
 */
export function notesOn<Value>(): (
  ground: FindingGround,
  codebook: Codebook,
) => RecordNotes<Value> {
  const ofFrames = keptFor<Map<string, Note<Value>>>(() => new Map())
  return (ground, codebook) => {
    const notes = ofFrames(ground, codebook)
    return (record, make) => {
      const known = notes.get(record.id)
      if (known?.record === record) return known.value
      const value = make()
      notes.set(record.id, { record, value })
      return value
    }
  }
}

/** `make`, once for each ground and codebook: neither is ever changed, so what it made stays right. */
export function onceFor<Value>(
  make: (ground: FindingGround, codebook: Codebook) => Value,
): (ground: FindingGround, codebook: Codebook) => Value {
  const kept = new WeakMap<FindingGround, WeakMap<Codebook, Value>>()
  return (ground, codebook) => {
    const ofGround = kept.get(ground) ?? new WeakMap<Codebook, Value>()
    kept.set(ground, ofGround)
    const value = ofGround.get(codebook) ?? make(ground, codebook)
    ofGround.set(codebook, value)
    return value
  }
}

/** One value for each frame of a ground and codebook, made when first asked for. */
export function keptFor<Value extends object>(
  make: () => Value,
): (ground: FindingGround, codebook: Codebook) => Value {
  const kept = new WeakMap<object, WeakMap<Codebook, Value>>()
  return (ground, codebook) => {
    const frame = frameOf(ground)
    const ofFrame = kept.get(frame) ?? new WeakMap<Codebook, Value>()
    kept.set(frame, ofFrame)
    const value = ofFrame.get(codebook) ?? make()
    ofFrame.set(codebook, value)
    return value
  }
}
