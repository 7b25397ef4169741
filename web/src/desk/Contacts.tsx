import type { DeskView, HappeningPage } from '../../../src/api/types.js'
import { useContacts } from '../api/queries.js'
import { Picture } from '../pictures/Picture.js'
import { Failed, Waiting } from '../parts/states.js'
import { useAddress } from '../parts/use-address.js'
import { PressList } from '../registers/facets.js'
import { dyadAddress, fileOf } from './addresses.js'
import type { Period } from './addresses.js'
import { AllPartners, useShown } from './AllPartners.js'
import { ContactLanes } from './ContactLanes.js'
import { doorOf, partnersIn, tableOf } from './happenings.js'
import { lanesOf } from './lanes.js'
import { LEVEL_CHOICES } from './levels.js'
import { StandingLegend } from './StandingMark.js'
import { useTimeWindow } from './time-window.js'
import { WindowNote } from './WindowNote.js'

interface ContactsProps {
  readonly desk: DeskView
  readonly period: Period
}

/** Visits, meetings and signings of a state by partner: past, announced, called off. */
export function Contacts({ desk, period }: ContactsProps) {
  const level = useAddress().params.get('level')
  const asked = useContacts(desk.party.id, { type: 'CONSULT,AGREE', level, ...period })
  if (asked.isError) return <Failed error={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Waiting lines={8} />
  return <ContactsPicture desk={desk} period={period} page={asked.data} />
}

function ContactsPicture({ desk, period, page }: ContactsProps & { page: HappeningPage }) {
  const { party } = desk
  const contacts = page.items.filter((one) => partnersIn(one, party.id).length > 0)
  const window = useTimeWindow(contacts, desk.asOf)
  const { shown, hidden } = useShown(lanesOf(window?.inside ?? [], party.id))
  return (
    <Picture
      id="contacts"
      title="Contacts"
      subject={party.name}
      about="Visits, meetings, calls and signings with each partner. A mark opens the words it rests on, a name all between the two. Its shape tells the highest office on either side, as far as reports tell offices."
      legend={<StandingLegend contacts={contacts} />}
      note={
        <>
          <search>
            <PressList name="level" label="Highest rank" choices={LEVEL_CHOICES} />
          </search>
          <WindowNote window={window} cut={page.nextCursor !== null} />
        </>
      }
      table={tableOf(contacts)}
      doors={contacts.map(doorOf)}
      facts={{ state: party, ...period, asOf: desk.asOf }}
      file={fileOf(party.name, 'contacts')}
      below={<AllPartners hidden={hidden} />}
    >
      {(width) =>
        window ? (
          <ContactLanes
            lanes={shown}
            window={window}
            width={width}
            name={party.name}
            today={desk.asOf}
            doorTo={({ partner }) => dyadAddress(party.id, partner.id, period)}
          />
        ) : (
          <p className="quiet">
            No contact with a known day. Choose a longer period, or take back the rank.
          </p>
        )
      }
    </Picture>
  )
}
