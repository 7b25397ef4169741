import { Link, useParams } from 'react-router'
import type { OpenedParty } from '../../../src/api/types.js'
import { useParty, useRecords } from '../api/queries.js'
import { KindFilter } from '../document/KindFilter.js'
import { RecordLine } from '../document/RecordLine.js'
import { MoreButton } from '../parts/MoreButton.js'
import { PendingPage } from '../parts/PendingPage.js'
import { Failed, NothingThere, Waiting } from '../parts/states.js'
import { useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'
import { PartyReview } from '../review/PartyReview.js'
import { kindsIn } from '../words/kinds.js'
import { namesIn } from '../words/parties.js'
import { plain } from '../words/phrases.js'

/** A party with the records that name it. */
export function PartyPage() {
  const { id = '' } = useParams()
  const opened = useParty(id)
  useTitle(opened.data?.party.name)
  if (opened.isError || !opened.data) return <PendingPage asked={opened} />
  return <PartyView opened={opened.data} />
}

function PartyView({ opened }: { opened: OpenedParty }) {
  const { party, records } = opened
  const aliases = party.aliases.filter((alias) => alias !== party.name)
  return (
    <div className="page">
      <h1>
        <bdi>{party.name}</bdi>
      </h1>
      <ul className="plain-list facts">
        <li>{plain(party.type)}</li>
        {party.country && <li>{party.country}</li>}
        {party.cameo && <li>CAMEO {party.cameo}</li>}
        {party.wikidata && <li>Wikidata {party.wikidata}</li>}
      </ul>
      {aliases.length > 0 && (
        <p className="quiet">
          Also written{' '}
          {aliases.map((alias, index) => (
            <span key={alias}>
              {index > 0 && ', '}
              <bdi>“{alias}”</bdi>
            </span>
          ))}
        </p>
      )}
      <p className="ways-on">
        {party.type === 'country' && (
          <Link to={`/states/${encodeURIComponent(party.id)}`}>Its desk</Link>
        )}
        <Link to={`/documents?${new URLSearchParams({ party: party.id })}`}>
          Documents that name it
        </Link>
      </p>
      <PartyReview key={party.id} opened={opened} />
      <h2 className="section-heading">Records</h2>
      <KindFilter counts={records} />
      <PartyRecords party={party.id} />
    </div>
  )
}

function PartyRecords({ party }: { party: string }) {
  const { params } = useAddress()
  const kinds = kindsIn(params.get('kind'))
  const list = useRecords({
    party,
    kind: kinds.length > 0 ? kinds.join(',') : null,
    order: 'newest',
  })
  if (list.isPending) return <Waiting />
  if (list.isError && !list.data)
    return <Failed error={list.error} retry={() => void list.refetch()} />
  const records = list.data.pages.flatMap((page) => page.items)
  const nameOf = namesIn(list.data.pages.flatMap((page) => page.parties))
  if (records.length === 0) return <NothingThere title="No record of this kind names this party." />
  return (
    <>
      <ol className="plain-list record-list" aria-busy={list.isPlaceholderData}>
        {records.map((record) => (
          <RecordLine
            key={record.id}
            record={record}
            to={`/records/${record.id}`}
            nameOf={nameOf}
            withWords
          />
        ))}
      </ol>
      <MoreButton list={list} noun="records" />
    </>
  )
}
