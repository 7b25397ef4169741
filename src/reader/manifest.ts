import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Labels = z.object({
  tags: z.array(z.string()),
  relations: z.array(z.string()),
  names: z.array(z.string()),
  attributions: z.array(z.string()),
  times: z.array(z.string()),
  events: z.array(z.string()),
  eventTypes: z.array(z.string()),
  factualities: z.array(z.string()),
})

/** What `training/export.py` writes beside the weights. */
const Manifest = z.object({
  version: z.string(),
  files: z.record(z.string(), z.string()),
  maxPiecesAWord: z.int().positive(),
  gaps: z.int().positive(),
  linkSize: z.int().positive(),
  links: z.array(z.string()),
  linkBiases: z.record(z.string(), z.number()),
  /** What the closeness of two mentions adds to their link's score, by kinds, same word or not, and distance. */
  closeness: z.array(z.number()),
  /** How many steps of distance `closeness` tells apart. */
  distances: z.int().positive(),
  labels: Labels,
  crf: z.object({
    transitions: z.array(z.number()),
    first: z.array(z.number()),
    last: z.array(z.number()),
  }),
})
export type Manifest = Readonly<z.infer<typeof Manifest>>

/** The weights are missing, damaged, or of another shape than this code reads. */
export class ModelError extends Error {
  override name = 'ModelError'
}

/**
 * The manifest of a model folder. With `verify`, each file's SHA-256 is compared too (about 0.1 s).
 * Throws ModelError, saying which file and what to do.
 */
export function loadManifest(folder: string, verify = false): Manifest {
  const manifest = Manifest.safeParse(parseJson(join(folder, 'manifest.json')))
  if (!manifest.success)
    throw new ModelError(`${folder}/manifest.json is not one: ${z.prettifyError(manifest.error)}`)
  if (verify)
    for (const [file, digest] of Object.entries(manifest.data.files))
      if (digestOf(join(folder, file)) !== digest)
        throw new ModelError(
          `${join(folder, file)} is not the file its manifest names; check it out again`,
        )
  return manifest.data
}

/** SHA-256 of a file, in hexadecimal digits; null where it cannot be read. */
function digestOf(path: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return null
  }
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new ModelError(
      `the reader’s weights cannot be loaded (${String(error)}); the folder model/ of the repository holds them`,
    )
  }
}
