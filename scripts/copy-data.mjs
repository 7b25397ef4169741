/** Copies the data files that stand beside the code (YAML, JSON, SQL) to where the compiled code looks for them. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(ya?ml|json|sql)$/.test(file),
)
for (const file of files) {
  mkdirSync(dirname(join('dist', file)), { recursive: true })
  cpSync(join('src', file), join('dist', file))
}
console.log(`copied ${files.length} data files`)
