import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { z } from 'zod'

/**
 * Reads a data file that stands beside the code and checks it. Throws with the file's name and every fault, since a
 * wrong data file is a fault of the program.
 */
export function loadData<Schema extends z.ZodType>(url: URL, schema: Schema): z.infer<Schema> {
  const checked = schema.safeParse(parse(readFileSync(url, 'utf8')))
  if (checked.success) return checked.data
  const faults = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`${url.pathname}: ${faults.join('; ')}`)
}
