import { Link } from 'react-router'
import type { ListedDocumentView, OpenedDocument } from '../../../src/api/types.js'
import { useDocument } from '../api/queries.js'
import { DocumentFacts } from '../parts/DocumentFacts.js'
import { KindPills } from '../parts/KindPills.js'
import { FoundText } from './FoundText.js'
import { placesOf } from './query-words.js'

interface DocumentHitProps {
  readonly document: ListedDocumentView
  readonly text: string
  readonly pattern: RegExp | null
}

const MOST_SENTENCES = 3

/** A document found: its title, and the sentences that the words stand in; opens it with the words marked. */
export function DocumentHit({ document, text, pattern }: DocumentHitProps) {
  const to = `/documents/${document.id}${text ? `?${new URLSearchParams({ text })}` : ''}`
  return (
    <li className="hit">
      <h2 className="hit-title">
        <Link to={to}>
          <bdi>
            <FoundText text={document.title ?? 'Without a title'} pattern={pattern} />
          </bdi>
        </Link>
      </h2>
      <DocumentFacts document={document} />
      {pattern ? (
        <Sentences id={document.id} pattern={pattern} opening={document.opening} />
      ) : (
        <p className="opening" dir="auto">
          {document.opening}
        </p>
      )}
      <KindPills counts={document.records} />
    </li>
  )
}

interface SentencesProps {
  readonly id: string
  readonly pattern: RegExp
  readonly opening: string
}

function Sentences({ id, pattern, opening }: SentencesProps) {
  const opened = useDocument(id).data
  const found = opened ? sentencesWith(opened, pattern) : []
  const shown = found.length > 0 ? found.slice(0, MOST_SENTENCES) : [opening]
  return (
    <>
      {shown.map((sentence, index) => (
        <p key={index} className="hit-sentence" dir="auto">
          <FoundText text={sentence} pattern={pattern} />
        </p>
      ))}
      {found.length > MOST_SENTENCES && (
        <p className="quiet">and {found.length - MOST_SENTENCES} more sentences</p>
      )}
    </>
  )
}

/** The sentences that most of the words stand in, best first. */
function sentencesWith({ document, passages }: OpenedDocument, pattern: RegExp): string[] {
  return passages
    .flatMap(({ sentences }) => sentences.map(({ start, end }) => document.text.slice(start, end)))
    .map((text) => ({ text, found: distinctIn(text, pattern) }))
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => b.found - a.found)
    .map(({ text }) => text)
}

function distinctIn(text: string, pattern: RegExp): number {
  const places = placesOf(text, pattern)
  return new Set(places.map(({ start, end }) => text.slice(start, end).toLowerCase())).size
}
