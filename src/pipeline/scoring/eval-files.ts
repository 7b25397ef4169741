import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { z } from 'zod'

/** The data given to an evaluation are not of the form that its task reads. The message names file and line. */
export class EvalDataError extends Error {
  override name = 'EvalDataError'
  readonly advice = 'chancery eval --help tells which data each task reads'
}

/** The text of a UTF-8 file, unpacked where it is gzip. Throws EvalDataError when it cannot be read or is not text. */
export function loadEvalText(path: string): string {
  let bytes: Buffer
  try {
    if (statSync(path).isDirectory()) throw new Error('it is a folder, and a file is wanted')
    const raw = readFileSync(path)
    bytes = raw[0] === 0x1f && raw[1] === 0x8b ? gunzipSync(raw) : raw
  } catch (error) {
    throw new EvalDataError(`${path} cannot be read: ${messageOf(error)}`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    throw new EvalDataError(`${path} is not UTF-8 text`)
  }
}

/** Values of a JSON Lines file, each fitting the schema. Throws EvalDataError naming the line. */
export function loadJsonLines<T>(path: string, schema: z.ZodType<T>): T[] {
  const lines = loadEvalText(path).split('\n')
  return lines.flatMap((line, n) =>
    line.trim() === '' ? [] : [parseJsonAs(line, schema, `${path}:${n + 1}`)],
  )
}

/** A JSON text that fits the schema. Throws EvalDataError, `where` first. */
export function parseJsonAs<T>(text: string, schema: z.ZodType<T>, where: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new EvalDataError(`${where}: not JSON: ${messageOf(error)}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problem = parsed.error.issues[0]
  throw new EvalDataError(`${where}: ${problem?.path.join('.') ?? ''}: ${problem?.message ?? ''}`)
}

/** Paths of a folder's files with an ending, below it too, by name. Throws EvalDataError when it is no folder. */
export function listEvalFiles(folder: string, ending: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return names
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => join(folder, name))
  } catch (error) {
    throw new EvalDataError(`${folder} is not a folder that can be read: ${messageOf(error)}`)
  }
}

/** The fixed tenth of files that training leaves out: by the hash of the name, whatever else is in the folder. */
export function isKeptBack(path: string): boolean {
  return createHash('sha256').update(basename(path)).digest().readUInt32BE(0) % 10 === 0
}

/** The words of an error, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
