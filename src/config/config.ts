import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { availableParallelism } from 'node:os'
import { z } from 'zod'

/** Settings of one run, frozen: command line over environment over defaults. */
export interface Config {
  /** Folder path or postgres:// address of the ledger. */
  readonly ledger: string
  /** Folder of the reader's weights. */
  readonly modelFolder: string
  /** Reading threads. */
  readonly threads: number
  /** Chancery's version, from its package.json. */
  readonly version: string
  /** Folder of the built page, or null when it is not built. */
  readonly webRoot: string | null
}

/** A setting that cannot be used: which, and what it may be. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const MOST_THREADS = 64

const Environment = z.object({
  CHANCERY_LEDGER: z.string().min(1).default('./ledger'),
  CHANCERY_MODEL: z.string().min(1).optional(),
  CHANCERY_THREADS: z.coerce.number().int().min(1).max(MOST_THREADS).optional(),
})

/**
 * The configuration from environment variables (CHANCERY_LEDGER, CHANCERY_MODEL, CHANCERY_THREADS) and what the command
 * line says over them. Throws ConfigError naming the variable.
 */
export function loadConfig(
  given: { ledger?: string | undefined; threads?: number | undefined },
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) throw new ConfigError(z.prettifyError(parsed.error))
  const root = packageRoot()
  const webRoot = join(root, 'dist', 'web')
  return Object.freeze({
    ledger: given.ledger ?? parsed.data.CHANCERY_LEDGER,
    modelFolder: parsed.data.CHANCERY_MODEL ?? join(root, 'model'),
    threads: given.threads ?? parsed.data.CHANCERY_THREADS ?? availableParallelism(),
    version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string })
      .version,
    webRoot: existsSync(webRoot) ? webRoot : null,
  })
}

/** The folder that holds package.json: above src/ and above dist/ alike. */
function packageRoot(): string {
  return dirname(dirname(dirname(fileURLToPath(import.meta.url))))
}
