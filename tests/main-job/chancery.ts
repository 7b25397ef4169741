import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { closeLedger, openLedger, readDoor } from '../../src/ledger/index.js'

/** The built command line, as `npx chancery` runs it. */
export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
export const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url))

/** Arguments that read the samples into a ledger, as programs do, for a fixed day. */
export function readSamplesInto(ledger: string, ...more: string[]): string[] {
  return ['read', SAMPLES, '--ledger', ledger, '--as-of', '2025-01-01', '--json', ...more]
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts `chancery` with arguments, and with variables beside those of this process. */
export function startChancery(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): {
  child: ChildProcess
  ended: Promise<Ended>
} {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...variables },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code) => resolve({ code, out, err })),
  )
  return { child, ended }
}

/** Runs `chancery` to its end. */
export function runChancery(...args: string[]): Promise<Ended> {
  return startChancery(args).ended
}

/** Every line of a ledger's export. */
export async function exportOf(location: string): Promise<string[]> {
  const ledger = await openLedger(location)
  try {
    const lines: string[] = []
    for await (const line of readDoor(ledger).exportRecords()) lines.push(JSON.stringify(line))
    return lines
  } finally {
    await closeLedger(ledger)
  }
}
