import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import type { DocumentHead, FindingView, RecordView } from '../../../src/api/types.js'
import { DocumentFacts } from '../parts/DocumentFacts.js'
import { changedParams } from '../parts/use-address.js'
import { KINDS } from '../words/kinds.js'
import { headlineOf, plain, timeWords, typeWords } from '../words/phrases.js'
import { FindingSteps } from './FindingSteps.js'
import { FINDINGS, strengthWords } from './words.js'

interface FindingCardProps {
  readonly finding: FindingView
  readonly recordOf: (id: string) => RecordView | undefined
  readonly documentOf: (id: string) => DocumentHead | undefined
}

/** A finding: what follows, how strongly, and the words of its records side by side, each a door to its document. */
export function FindingCard({ finding, recordOf, documentOf }: FindingCardProps) {
  const card = useRef<HTMLLIElement>(null)
  const isMeant = useLocation().hash === `#${finding.id}`
  useEffect(() => {
    if (isMeant) card.current?.scrollIntoView({ block: 'start' })
  }, [isMeant])
  return (
    <li
      className="finding"
      id={finding.id}
      ref={card}
      data-meant={isMeant}
      data-finding={finding.finding}
    >
      <div className="finding-head">
        <h2>
          {FINDINGS[finding.finding].one}
          {finding.sort && <span className="tag">{plain(finding.sort)}</span>}
        </h2>
        <Strength strength={finding.strength} />
      </div>
      <p className="finding-why" dir="auto">
        {finding.why}
      </p>
      <FindingSteps steps={finding.steps} />
      <ul className="plain-list sides">
        {finding.records.map((id) => (
          <Side key={id} id={id} record={recordOf(id)} documentOf={documentOf} />
        ))}
      </ul>
      <FindingFoot finding={finding} />
    </li>
  )
}

function Strength({ strength }: { strength: number }) {
  return (
    <span className="strength">
      <meter min={0} max={1} value={strength} aria-label="Strength">
        {strength}
      </meter>
      <span className="quiet">
        {strengthWords(strength)} ({strength.toFixed(2)})
      </span>
    </span>
  )
}

interface SideProps {
  readonly id: string
  readonly record: RecordView | undefined
  readonly documentOf: (id: string) => DocumentHead | undefined
}

function Side({ id, record, documentOf }: SideProps) {
  if (!record)
    return (
      <li className="side">
        <Link to={`/records/${id}`}>A record that could not be opened here</Link>
      </li>
    )
  const document = documentOf(record.document)
  return (
    <li className="side" data-kind={record.kind}>
      <div className="record-line-head">
        <span className="letter" data-kind={record.kind} aria-hidden="true">
          {KINDS[record.kind].letter}
        </span>
        <span className="record-line-type">{typeWords(record) ?? KINDS[record.kind].one}</span>
        {record.factuality !== 'actual' && <span className="tag">{record.factuality}</span>}
        {record.time && <span className="quiet">{timeWords(record.time)}</span>}
      </div>
      {record.kind !== 'statement' && <bdi className="side-says">{headlineOf(record)}</bdi>}
      <Link className="side-words" to={`/records/${record.id}`} dir="auto">
        <q>{record.evidence.map(({ text }) => text).join(' … ')}</q>
      </Link>
      {document && (
        <div className="hit-source">
          <bdi>{document.title ?? 'Without a title'}</bdi>
          <DocumentFacts document={document} />
        </div>
      )}
    </li>
  )
}

function FindingFoot({ finding }: { finding: FindingView }) {
  const { search } = useLocation()
  return (
    <p className="finding-foot">
      {finding.parties.map(({ id, name }) => (
        <Link
          key={id}
          to={`?${changedParams(new URLSearchParams(search), { party: id })}`}
          title={`Findings about ${name}`}
        >
          <bdi>{name}</bdi>
        </Link>
      ))}
      <Link className="quiet" to={`${search}#${finding.id}`} preventScrollReset>
        Permalink
      </Link>
    </p>
  )
}
