import type { BalanceView, DeskView } from '../../../src/api/types.js'
import { short } from '../pictures/numbers.js'
import { Picture } from '../pictures/Picture.js'
import { saveFile } from '../pictures/save.js'
import { csvOf } from '../pictures/table.js'
import type { PictureTable } from '../pictures/table.js'
import { daysOfQuarter } from '../pictures/time.js'
import { counted } from '../words/phrases.js'
import { deskAddress, fileOf } from './addresses.js'
import { BalanceDrawing } from './BalanceDrawing.js'

/** How evenly a state spreads its cooperation, by quarter; no number where too little is known. */
export function Balance({ desk }: { desk: DeskView }) {
  const { quarters, least } = desk.balance
  const doorTo = ({ quarter }: BalanceView) => deskAddress(desk.party.id, daysOfQuarter(quarter))
  const file = fileOf(desk.party.name, 'balance')
  return (
    <Picture
      id="balance"
      title="Balance"
      subject={desk.party.name}
      about="How evenly cooperation is spread over the partners: 0 when one has all of it, 1 when all have the same. The band is the 95 % interval. A quarter opens its own desk."
      note={<TooFew quarters={quarters} least={least} />}
      table={tableOf(quarters)}
      doors={quarters.map(doorTo)}
      facts={{
        state: desk.party,
        asOf: desk.asOf,
        formula: FORMULA,
        least,
        ground: desk.balance.rows,
      }}
      file={file}
      below={<Formula desk={desk} file={file} />}
    >
      {(width) => (
        <BalanceDrawing
          quarters={quarters}
          least={least}
          width={width}
          name={desk.party.name}
          doorTo={doorTo}
        />
      )}
    </Picture>
  )
}

const FORMULA = 'J = H / ln n, H = −Σ pᵢ ln pᵢ'

function TooFew({ quarters, least }: { quarters: readonly BalanceView[]; least: number }) {
  if (quarters.some(({ evenness }) => evenness !== null)) return null
  const fullest = quarters.toSorted((a, b) => b.happenings - a.happenings)[0]
  return (
    <p className="picture-note">
      No number yet: a quarter needs {least} cooperative happenings
      {fullest && (
        <>
          , and the fullest, {quarterWords(fullest.quarter)}, has {fullest.happenings}
        </>
      )}
      . Below are the happenings there are.
    </p>
  )
}

/** "4th quarter of 2023" in short: "Q4 2023". */
export function quarterWords(quarter: string): string {
  return `${quarter.slice(5)} ${quarter.slice(0, 4)}`
}

function Formula({ desk, file }: { desk: DeskView; file: string }) {
  const { rows, least, partners } = desk.balance
  const save = () =>
    saveFile(`${file}-rows.csv`, new Blob([csvOf(rowsTable(desk))], { type: 'text/csv' }))
  return (
    <div className="formula">
      <p className="formula-line">
        <var>J</var> = <var>H</var> / ln <var>n</var>, <var>H</var> = −Σ <var>p</var>
        <sub>i</sub> ln <var>p</var>
        <sub>i</sub>
      </p>
      <p>
        <var>p</var>
        <sub>i</sub> is partner <var>i</var>’s part of the quarter’s cooperative happenings (one
        with <var>k</var> partners counts 1/<var>k</var> for each); <var>n</var> ={' '}
        {counted(partners, 'partner')} in all quarters together. Shannon 1948, Pielou 1966. A
        quarter with fewer than {least} gets no number.
      </p>
      <button type="button" className="text-button" onClick={save}>
        Rows to recompute it (CSV, {counted(rows.length, 'row')})
      </button>
    </div>
  )
}

function rowsTable({ balance }: DeskView): PictureTable {
  return {
    columns: ['quarter', 'happening', 'partner', 'weight', 'partner id'],
    rows: balance.rows.map(({ quarter, happening, partner, weight }) => [
      quarter,
      happening,
      partner.name,
      weight,
      partner.id,
    ]),
  }
}

/** A quarter in words. */
export function balanceWords({ quarter, happenings, partners, evenness }: BalanceView): string {
  const number = evenness
    ? `balance ${short(evenness.value)} (${short(evenness.low)} to ${short(evenness.high)})`
    : 'too few for a number'
  const ground = `${counted(happenings, 'cooperative happening')} with ${counted(partners, 'partner')}`
  return `${quarterWords(quarter)}: ${number}; ${ground}`
}

function tableOf(quarters: readonly BalanceView[]): PictureTable {
  return {
    columns: ['quarter', 'balance J', 'low', 'high', 'entropy H', 'happenings', 'partners'],
    rows: quarters.map(({ quarter, evenness, entropy, happenings, partners }) => [
      quarter,
      evenness?.value ?? null,
      evenness?.low ?? null,
      evenness?.high ?? null,
      evenness ? entropy : null,
      happenings,
      partners,
    ]),
  }
}
