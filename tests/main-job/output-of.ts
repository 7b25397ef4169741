import type { Command } from 'commander'
import { vi } from 'vitest'

/** Runs a command in this process; gives what it prints to standard output. Restore the mocks after each test. */
export async function outputOf(command: Command, ...args: string[]): Promise<string> {
  let out = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await command.exitOverride().parseAsync(args, { from: 'user' })
  return out
}
