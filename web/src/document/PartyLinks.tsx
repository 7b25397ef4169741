import { Link, useLocation } from 'react-router'
import type { PartyView } from '../../../src/api/types.js'
import { changedParams } from '../parts/use-address.js'
import type { PartyMention } from '../words/parties.js'

interface PartyLinksProps {
  readonly mentions: readonly PartyMention[]
  readonly parties: readonly PartyView[]
}

/** Parties by their own names, and as written where that differs. Each filters this document, or opens its own page. */
export function PartyLinks({ mentions, parties }: PartyLinksProps) {
  const { search } = useLocation()
  return (
    <ul className="plain-list party-links">
      {mentions.map((mention) => {
        const name = parties.find((party) => party.id === mention.id)?.name ?? mention.name
        const params = changedParams(new URLSearchParams(search), { party: mention.id })
        return (
          <li key={`${mention.id} ${mention.name}`}>
            <Link to={`?${params}`} preventScrollReset title="Show only records of this party here">
              <bdi>{name}</bdi>
            </Link>
            {name !== mention.name && (
              <span className="quiet">
                {' '}
                written <bdi>“{mention.name}”</bdi>
              </span>
            )}
            <Link
              className="party-page"
              to={`/parties/${mention.id}`}
              aria-label={`All records of ${name}`}
              title="All records of this party"
            >
              all records
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
