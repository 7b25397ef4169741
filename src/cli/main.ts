#!/usr/bin/env node
/** The command line: one file a command in `commands/`. */
import { Command, CommanderError } from 'commander'
import { loadConfig } from '../config/config.js'
import { EXIT, exitOf } from './exits.js'
import { endWithoutOutput } from './print.js'

const program = new Command('chancery')
  .description(
    'Reads news reports into a ledger of foreign relations; every entry opens the words it rests on.',
  )
  .version(loadConfig({}, {}).version)
  .exitOverride()
  .showHelpAfterError('(chancery --help, or chancery COMMAND --help, tells how)')
  .addHelpText(
    'after',
    `
Example:
  $ chancery read reports/ --ledger ./ledger
  $ chancery serve --ledger ./ledger

Environment: CHANCERY_LEDGER (ledger when --ledger is not given), CHANCERY_MODEL, CHANCERY_THREADS.
Exit codes: 0 done; 1 some of it could not be done, each part named; 2 wrong usage.`,
  )

/** Loading them all takes as long as loading the reader's weights: only a command that is named is loaded. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./commands/read.js')).readCommand(),
  show: async () => (await import('./commands/show.js')).showCommand(),
  find: async () => (await import('./commands/find.js')).findCommand(),
  export: async () => (await import('./commands/export.js')).exportCommand(),
  serve: async () => (await import('./commands/serve.js')).serveCommand(),
  eval: async () => (await import('./commands/eval.js')).evalCommand(),
}
const [, , named = ''] = process.argv
const wanted = Object.keys(commands).filter((name) => name === named)
for (const name of wanted.length > 0 ? wanted : Object.keys(commands)) {
  const command = await commands[name]?.()
  if (command) program.addCommand(command.exitOverride().showHelpAfterError())
}

endWithoutOutput(EXIT.usage)
try {
  await program.parseAsync(process.argv)
} catch (error) {
  process.exitCode = error instanceof CommanderError ? codeOf(error) : exitOf(error)
}

/** Help and version are no errors; all else that commander throws is wrong usage. */
function codeOf(error: CommanderError): number {
  return error.exitCode === 0 ? EXIT.done : EXIT.usage
}
