import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BUILDS = join(ROOT, 'build', 'page')

/**
 * The folder of the page built from web/ as it is now. Built once for the same sources, and moved into place when
 * whole, so that test files running side by side may both ask.
 */
export async function builtPage(): Promise<string> {
  const folder = join(BUILDS, sourcesHash())
  if (existsSync(folder)) return folder
  await mkdir(BUILDS, { recursive: true })
  const outDir = await mkdtemp(join(BUILDS, 'unfinished-'))
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'web'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  })
  await rename(outDir, folder).catch(async (error: unknown) => {
    await rm(outDir, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  })
  return folder
}

function sourcesHash(): string {
  const files = globSync(['web/**', 'vite.config.ts', 'package-lock.json'], { cwd: ROOT }).sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex').slice(0, 16)
}
