import type { DocumentHead } from '../../../src/api/types.js'
import { basisWords, dayWords } from '../words/phrases.js'

type Facts = Pick<
  DocumentHead,
  'publisher' | 'published' | 'publishedBasis' | 'place' | 'duplicateOf'
>

/** Publisher, day with how it is known, and place, in one line. */
export function DocumentFacts({ document }: { document: Facts }) {
  const basis = basisWords(document)
  return (
    <ul className="plain-list facts">
      <li>
        <bdi>{document.publisher ?? 'publisher not known'}</bdi>
      </li>
      <li>
        {document.published ? (
          <time dateTime={document.published}>{dayWords(document.published)}</time>
        ) : (
          'day not known'
        )}
        {basis && <span className="quiet"> ({basis})</span>}
      </li>
      {document.place && (
        <li>
          <bdi>{document.place}</bdi>
        </li>
      )}
      {document.duplicateOf && <li>copy of another report</li>}
    </ul>
  )
}
