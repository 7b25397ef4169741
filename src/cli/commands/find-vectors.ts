import {
  BALANCE_LEAST,
  balanceOf,
  balanceRows,
  listHappenings,
  vectorsOf,
} from '../../findings/index.js'
import type {
  FindingGround,
  FindingSetting,
  QuarterBalance,
  StateVector,
} from '../../findings/index.js'
import { UsageError } from '../exits.js'
import { counted, plain, printLine, printNote } from '../print.js'

/** `chancery find vectors` and `chancery find balance`: how a state spreads its dealings over its partners. */

/** The names of the questions. They are no findings: they count happenings, and rest on no two records. */
export const VECTORS = 'vectors'
export const BALANCE = 'balance'

interface Options {
  readonly party?: string
  readonly json?: boolean
}

/** Prints a state's partners, most cooperation first. Throws UsageError without `--party`, or for one not in the ledger. */
export async function printVectors(
  ground: FindingGround,
  setting: FindingSetting,
  options: Options,
): Promise<void> {
  const state = stateOf(ground, VECTORS, options.party)
  const vectors = vectorsOf(ground, listHappenings(ground, setting), state)
  for (const vector of vectors)
    await printLine(options.json ? JSON.stringify(vector) : plain(vectorLine(vector)))
  if (!options.json) printNote(counted(vectors.length, 'partner'))
}

/** Prints a state's balance, a quarter a line. Throws as `printVectors` does. */
export async function printBalance(
  ground: FindingGround,
  setting: FindingSetting,
  options: Options,
): Promise<void> {
  const state = stateOf(ground, BALANCE, options.party)
  const quarters = balanceOf(balanceRows(ground, listHappenings(ground, setting), state))
  for (const quarter of quarters)
    await printLine(options.json ? JSON.stringify(quarter) : quarterLine(quarter))
  if (!options.json) printNote(counted(quarters.length, 'quarter'))
}

function stateOf(ground: FindingGround, question: string, named: string | undefined): string {
  if (named === undefined)
    throw new UsageError(
      `${question} are asked of one state\n  Add --party, for example --party Kazakhstan`,
    )
  const wanted = named.toLowerCase()
  const found = [...ground.parties.values()].find(
    ({ id, name, type }) => id === named || (type === 'country' && name.toLowerCase() === wanted),
  )
  if (!found)
    throw new UsageError(
      `no state “${named}” is in this ledger\n  Give its English name, or its id`,
    )
  return found.id
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`

/** `China  26 %, 10 happenings, warmth +2.9, trend +2.4 a quarter (+0.7 to +5.6)` */
function vectorLine({ partner, share, happenings, warmth, trend }: StateVector): string {
  const part = share === null ? 'no cooperation' : `${Math.round(share * 100)} %`
  const slope = trend
    ? `trend ${signed(trend.slope)} a quarter (${signed(trend.low)} to ${signed(trend.high)})`
    : 'too little known for a trend'
  const many = counted(happenings, 'happening')
  return `${partner.name}  ${part}, ${many}, warmth ${signed(warmth)}, ${slope}`
}

/** `2023-Q4  evenness 0.81 (0.70 to 0.92), 8 partners, 25 happenings` */
function quarterLine({ quarter, evenness, partners, happenings }: QuarterBalance): string {
  const value = evenness
    ? `evenness ${evenness.value.toFixed(2)} (${evenness.low.toFixed(2)} to ${evenness.high.toFixed(2)})`
    : `no number (${happenings < BALANCE_LEAST ? `under ${BALANCE_LEAST} happenings` : 'one partner'})`
  return `${quarter}  ${value}, ${counted(partners, 'partner')}, ${counted(happenings, 'happening')}`
}
