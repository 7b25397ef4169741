import { Command, InvalidArgumentError } from 'commander'
import { createApi, openViews, prepareViews, serveApi } from '../../api/index.js'
import type { ApiReview } from '../../api/index.js'
import { codesOf, loadCodebook, scaleOf } from '../../codebook/index.js'
import type { Codebook } from '../../codebook/index.js'
import { openKnownLedger } from '../openKnownLedger.js'
import { loadConfig } from '../../config/config.js'
import { closeLedger, readDoor, reviewDoor } from '../../ledger/index.js'
import type { EventScale, Ledger } from '../../ledger/index.js'
import { printLine, printNote } from '../print.js'
import { today } from '../today.js'

interface Options {
  ledger?: string
  port: number
  host: string
  readOnly?: boolean
}

/** Addresses that no other machine reaches. */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

/** A large ledger takes some seconds to be ready; after this long we say why. */
const QUIET_MS = 1_500
const WORKING =
  'Working out what follows from the records of this ledger; the page opens after that.'

/** `chancery serve`: the API and the page, on loopback unless told otherwise. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve the ledger as a web page and an API.')
    .option('--ledger <place>', 'folder, or postgres:// address (default: ./ledger)')
    .option('--port <number>', 'port; 0 takes any free one', portNumber, 3210)
    .option(
      '--host <address>',
      'address to listen on; 0.0.0.0 opens it to the network',
      '127.0.0.1',
    )
    .option('--read-only', 'take no decisions: records can be looked at, not accepted or corrected')
    .addHelpText('after', '\nExample:\n  $ chancery serve --ledger ./ledger --port 3210')
    .action(runServe)
}

async function runServe(options: Options): Promise<void> {
  const config = loadConfig(options, process.env)
  const ledger = await openKnownLedger(config.ledger)
  try {
    const codebook = loadCodebook().value
    const views = openViews(readDoor(ledger), () => ({ codebook, asOf: today() }))
    // Worked out now, so that no view need wait for it; trouble is told to whoever asks.
    const slow = setTimeout(() => printNote(WORKING), QUIET_MS)
    await prepareViews(views).catch(() => undefined)
    clearTimeout(slow)
    const app = createApi(readDoor(ledger), {
      views,
      codes: codesOf(codebook),
      review: options.readOnly ? null : reviewOf(ledger, codebook),
      version: config.version,
      webRoot: config.webRoot,
      hosts: [options.host],
      onFailure: (error) =>
        printNote(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    })
    const served = await serveApi(app, { host: options.host, port: options.port })
    await printLine(
      `Chancery is open at ${served.url} (ledger: ${ledger.where}). Press Ctrl-C to end.`,
    )
    if (!options.readOnly && !LOOPBACK.includes(options.host))
      printNote(
        'Whoever reaches this address can accept, correct and withdraw records; --read-only keeps them from it.',
      )
    if (config.webRoot === null)
      printNote('The page is not built; only the API answers. `npm run build` builds it.')
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    await served.close()
  } finally {
    await closeLedger(ledger)
  }
}

/** Decisions are stamped with this machine's time; quad and intensity of a corrected event are the codebook's. */
function reviewOf(ledger: Ledger, codebook: Codebook): ApiReview {
  const scale: EventScale = (event, mode) => scaleOf(codebook, event, mode)
  return { reviewer: reviewDoor(ledger, scale), now: () => new Date().toISOString() }
}

function portNumber(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A number from 0 to 65535.')
  return port
}
