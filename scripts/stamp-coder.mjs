/** Gives the compiled coder its version: a hash of the sources that decide what a report's text comes to. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAGES = ['src/core', 'src/documents', 'src/reader', 'src/coder']
const hash = createHash('sha256')
for (const stage of STAGES) {
  const files = readdirSync(stage, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|json|ya?ml)$/.test(file) && !/(\.test\.ts|golden|testing)/.test(file))
    .sort()
  for (const file of files) hash.update(file).update(readFileSync(join(stage, file)))
}
const version = `coder-${hash.digest('hex').slice(0, 8)}`
writeFileSync('dist/coder/version.json', `${JSON.stringify({ version })}\n`)
console.log(version)
