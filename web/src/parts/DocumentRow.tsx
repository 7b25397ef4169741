import { Link } from 'react-router'
import type { ListedDocumentView } from '../../../src/api/types.js'
import { DocumentFacts } from './DocumentFacts.js'
import { KindPills } from './KindPills.js'

/** One document of the list: title, where and when it was published, opening words, records by kind. */
export function DocumentRow({ document }: { document: ListedDocumentView }) {
  return (
    <li className="document-row">
      <h2>
        <Link to={`/documents/${document.id}`}>
          <bdi>{document.title ?? 'Without a title'}</bdi>
        </Link>
      </h2>
      <DocumentFacts document={document} />
      <p className="opening" dir="auto">
        {document.opening}
      </p>
      <KindPills counts={document.records} />
    </li>
  )
}
