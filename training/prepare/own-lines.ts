import { readdirSync, readFileSync } from 'node:fs'

/** Id and content of each line of the folder's JSON Lines files whose names begin so. */
export function linesOf(folder: URL, opening: string): [string, unknown][] {
  const files = readdirSync(folder).filter((f) => f.startsWith(opening) && f.endsWith('.jsonl'))
  return files.sort().flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, n): [string, unknown] => [`${file}-${n + 1}`, JSON.parse(line)]),
  )
}
