#!/usr/bin/env node
/** The command line: one file a command in `commands/`. */
import { Command, CommanderError } from 'commander'
import { evalCommand } from './commands/eval.js'
import { exportCommand } from './commands/export.js'
import { findCommand } from './commands/find.js'
import { readCommand } from './commands/read.js'
import { serveCommand } from './commands/serve.js'
import { showCommand } from './commands/show.js'
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

for (const command of [
  readCommand(),
  showCommand(),
  findCommand(),
  exportCommand(),
  serveCommand(),
  evalCommand(),
])
  program.addCommand(command.exitOverride().showHelpAfterError())

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
