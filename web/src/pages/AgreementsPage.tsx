import { useMemo } from 'react'
import { Link } from 'react-router'
import { useRegister } from '../api/queries.js'
import { MoreButton } from '../parts/MoreButton.js'
import { Failed, Waiting } from '../parts/states.js'
import { useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'
import { AgreementPlot, STATUS_ORDER, statusOf } from '../registers/AgreementPlot.js'
import type { AgreementView } from '../registers/AgreementPlot.js'
import { OneOf, PartyFacet, PeriodFacet, TextFacet } from '../registers/facets.js'
import { NothingKept } from '../registers/NothingKept.js'
import { PartyNames } from '../registers/PartyNames.js'
import { fileColumns, RegisterTable } from '../registers/RegisterTable.js'
import type { RegisterColumn } from '../registers/RegisterTable.js'
import { Sized } from '../registers/Sized.js'
import { ViewTools } from '../registers/ViewTools.js'
import { namesIn } from '../words/parties.js'
import type { NameOf } from '../words/phrases.js'
import { counted, plain, timeWords } from '../words/phrases.js'

const ASKED = ['text', 'party', 'type', 'from', 'to'] as const
const FACETS = [...ASKED, 'status'] as const

const FORMS = [
  'treaty',
  'agreement',
  'memorandum',
  'declaration',
  'contract',
  'decree',
  'strategy',
  'programme',
  'framework',
]

/** The register of agreements: name, form, status, parties, day, areas. */
export function AgreementsPage() {
  useTitle('Agreements')
  return (
    <div className="page page-wide">
      <h1>Agreements</h1>
      <p className="lead">
        Treaties, contracts and all the rest, as the reports name them. Each opens its words; a
        status beside the picture narrows the register to it.
      </p>
      <search className="register-filters">
        <TextFacet name="text" label="Words" placeholder="Words in the name" />
        <PartyFacet />
        <OneOf
          name="type"
          label="Form"
          choices={[
            { value: '', words: 'Any' },
            ...FORMS.map((form) => ({ value: form, words: form })),
          ]}
        />
        <PeriodFacet />
      </search>
      <AgreementRegister />
    </div>
  )
}

function AgreementRegister() {
  const { params } = useAddress()
  const list = useRegister({
    kind: 'agreement',
    ...Object.fromEntries(ASKED.map((name) => [name, params.get(name) || null])),
  })
  const nameOf = useMemo(
    () => namesIn(list.data?.pages.flatMap((page) => page.parties) ?? []),
    [list.data],
  )
  const columns = useMemo(() => agreementColumns(nameOf), [nameOf])
  if (list.isPending) return <Waiting lines={9} />
  if (list.isError && !list.data)
    return <Failed error={list.error} retry={() => void list.refetch()} />
  const all = list.data.pages.flatMap((page) => page.items as readonly AgreementView[])
  const status = STATUS_ORDER.find((each) => each === params.get('status'))
  const shown = all.filter((each) => !status || statusOf(each) === status).toSorted(newestFirst)
  if (shown.length === 0) return <NothingKept noun="agreement" facets={FACETS} />
  return (
    <div aria-busy={list.isPlaceholderData}>
      <ViewTools
        name="chancery-agreements"
        columns={[...fileColumns(columns), ...FILE_COLUMNS]}
        rows={shown}
        said={`${counted(shown.length, 'agreement')}${status ? ` ${plain(status)}` : ''}`}
        partial={list.hasNextPage}
      />
      <Sized>{(width) => <AgreementPlot agreements={all} width={width} />}</Sized>
      <RegisterTable caption="Agreements" columns={columns} rows={shown} keyOf={({ id }) => id} />
      <MoreButton list={list} noun="agreements" />
    </div>
  )
}

function newestFirst(a: AgreementView, b: AgreementView): number {
  return (b.time?.start ?? '').localeCompare(a.time?.start ?? '') || a.name.localeCompare(b.name)
}

const FILE_COLUMNS = [
  { name: 'confidence', cell: ({ confidence }: AgreementView) => confidence },
  {
    name: 'words',
    cell: ({ evidence }: AgreementView) => evidence.map(({ text }) => text).join(' … '),
  },
  { name: 'id', cell: ({ id }: AgreementView) => id },
  { name: 'document', cell: ({ document }: AgreementView) => document },
]

function agreementColumns(nameOf: NameOf): readonly RegisterColumn<AgreementView>[] {
  return [
    {
      name: 'Name',
      shown: ({ id, name }) => (
        <Link to={`/records/${id}`}>
          <bdi>{name}</bdi>
        </Link>
      ),
      kept: ({ name }) => name,
    },
    { name: 'Form', shown: ({ form }) => plain(form), kept: ({ form }) => form },
    {
      name: 'Status',
      shown: ({ status }) => status && <span className="tag">{plain(status)}</span>,
      kept: ({ status }) => status,
    },
    {
      name: 'Parties',
      shown: ({ parties }) => <PartyNames mentions={parties} nameOf={nameOf} />,
      kept: ({ parties }) => [...new Set(parties.map(nameOf))].join('; '),
    },
    {
      name: 'Day',
      shown: ({ time }) => time && timeWords(time),
      kept: ({ time }) => time && timeWords(time),
    },
    {
      name: 'Areas',
      shown: ({ areas }) => (areas.length > 0 ? areas.map(plain).join(', ') : null),
      kept: ({ areas }) => areas.join('; '),
    },
    {
      name: 'Factuality',
      shown: ({ factuality }) => factuality,
      kept: ({ factuality }) => factuality,
    },
  ]
}
