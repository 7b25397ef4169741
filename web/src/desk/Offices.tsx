import { Link } from 'react-router'
import type { OfficesView } from '../../../src/api/types.js'
import { dayWords } from '../words/phrases.js'

type Office = OfficesView['items'][number]
type Holder = Office['holders'][number]

const SHOWN = 8

/** Offices of a party and its bodies, highest first, each with the persons who are said to hold or have held it. */
export function Offices({ offices, of }: { offices: readonly Office[]; of: string }) {
  if (offices.length === 0) return <p className="quiet">No office in the ledger belongs to it.</p>
  const lineOf = (office: Office) => (
    <OfficeLine key={`${office.of.id} ${office.office}`} office={office} party={of} />
  )
  return (
    <>
      <ul className="plain-list office-list">{offices.slice(0, SHOWN).map(lineOf)}</ul>
      {offices.length > SHOWN && (
        <details>
          <summary>{offices.length - SHOWN} more</summary>
          <ul className="plain-list office-list">{offices.slice(SHOWN).map(lineOf)}</ul>
        </details>
      )}
    </>
  )
}

function OfficeLine({ office: { office, of, holders }, party }: { office: Office; party: string }) {
  return (
    <li>
      <bdi className="office">{office}</bdi>
      {of.id !== party && (
        <>
          , <bdi>{of.name}</bdi>
        </>
      )}
      <ul className="plain-list">
        {holders.map((holder) => (
          <HolderLine key={holder.person.id} holder={holder} />
        ))}
      </ul>
    </li>
  )
}

function HolderLine({ holder: { person, told, records } }: { holder: Holder }) {
  return (
    <li>
      <Link to={`/records/${records.at(-1) ?? ''}`}>
        <bdi>{person.name}</bdi>
      </Link>
      <span className="quiet"> {toldWords(told)}</span>
      {records.length > 1 && <span className="quiet">, {records.length} times</span>}
    </li>
  )
}

/** What reports tell is when they called a person by the office, not when the term began or ended. */
function toldWords(told: Holder['told']): string {
  if (!told) return 'told, day not known'
  if (told.first === told.last) return `told ${dayWords(told.first)}`
  return `told ${dayWords(told.first)} to ${dayWords(told.last)}`
}
