import { Link } from 'react-router'
import type { RecordPage, RecordView } from '../../../src/api/types.js'
import { namesIn } from '../words/parties.js'
import type { NameOf } from '../words/phrases.js'
import { timeWords } from '../words/phrases.js'
import { groupedBy } from './groups.js'

type Role = Extract<RecordView, { kind: 'role' }>

const SHOWN = 8

/** Offices of a party, most told first, each with the persons who are said to hold or have held it. */
export function Offices({ page, of }: { page: RecordPage; of: string }) {
  const roles = page.items.filter(
    (record): record is Role => record.kind === 'role' && record.of?.id === of,
  )
  if (roles.length === 0) return <p className="quiet">No office in the ledger belongs to it.</p>
  const offices = [...groupedBy(roles, ({ office }) => office.toLowerCase()).values()].sort(
    (a, b) => b.length - a.length,
  )
  const nameOf = namesIn(page.parties)
  const lineOf = (held: readonly Role[]) => (
    <Office key={held[0]?.office} roles={held} nameOf={nameOf} />
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

function Office({ roles, nameOf }: { roles: readonly Role[]; nameOf: NameOf }) {
  const byPerson = [...groupedBy(roles, ({ person }) => person.id).values()]
  return (
    <li>
      <bdi className="office">{roles[0]?.office}</bdi>
      <ul className="plain-list">
        {byPerson.map((ofOne) => (
          <Holder key={ofOne[0]?.person.id} roles={ofOne} nameOf={nameOf} />
        ))}
      </ul>
    </li>
  )
}

function Holder({ roles, nameOf }: { roles: readonly Role[]; nameOf: NameOf }) {
  const [role] = roles
  if (!role) return null
  return (
    <li>
      <Link to={`/records/${role.id}`}>
        <bdi>{nameOf(role.person)}</bdi>
      </Link>
      {role.time && <span className="quiet"> {timeWords(role.time)}</span>}
      {role.factuality !== 'actual' && <span className="tag">{role.factuality}</span>}
      {roles.length > 1 && <span className="quiet"> told {roles.length} times</span>}
    </li>
  )
}
