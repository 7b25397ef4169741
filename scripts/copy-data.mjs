/**
 * Copies the data files that stand beside the code (YAML, JSON, SQL) to where the compiled code looks for them, without
 * those of tests (golden-*), and takes away what an earlier build left whose source is gone.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

const data = filesOf('src').filter(
  (file) => /\.(ya?ml|json|sql)$/.test(file) && !/(^|[/\\])golden-[^/\\]*$/.test(file),
)
const compiled = /\.(d\.ts|js)(\.map)?$/
const isMade = (file) =>
  compiled.test(file) ? existsSync(join('src', file.replace(compiled, '.ts'))) : data.includes(file)
const kept = /^(web[/\\]|empty-ledger\.(gz|stamp)$|\.tsbuildinfo$)/

for (const file of filesOf('dist'))
  if (!kept.test(file) && !isMade(file)) rmSync(join('dist', file))
for (const file of data) {
  mkdirSync(dirname(join('dist', file)), { recursive: true })
  cpSync(join('src', file), join('dist', file))
}
console.log(`copied ${data.length} data files`)
