import { Link } from 'react-router'
import type { NameOf } from '../words/phrases.js'
import type { PartyMention } from '../words/parties.js'

interface PartyNamesProps {
  readonly mentions: readonly PartyMention[]
  readonly nameOf?: NameOf
}

/** Parties by name, each once and each opening its own page; null where there is none. */
export function PartyNames({ mentions, nameOf = ({ name }) => name }: PartyNamesProps) {
  const once = [...new Map(mentions.map((mention) => [mention.id, mention])).values()]
  if (once.length === 0) return <span className="quiet">–</span>
  return once.map((mention, index) => (
    <span key={mention.id}>
      {index > 0 && ', '}
      <Link to={`/parties/${mention.id}`}>
        <bdi>{nameOf(mention)}</bdi>
      </Link>
    </span>
  ))
}
