import { Link } from 'react-router'
import type { OpenedDocument } from '../../../src/api/types.js'
import { DocumentFacts } from '../parts/DocumentFacts.js'
import { counted } from '../words/phrases.js'

/** What is known of a document: title, facts, byline, sources it cites, where it was read from, issues met. */
export function DocumentHeader({ opened: { document, issues } }: { opened: OpenedDocument }) {
  return (
    <div className="document-header">
      <p className="back">
        <Link to="/documents">← Documents</Link>
      </p>
      <h1>
        <bdi>{document.title ?? 'Without a title'}</bdi>
      </h1>
      <DocumentFacts document={document} />
      <ul className="plain-list facts quiet">
        {document.byline && (
          <li>
            by <bdi>{document.byline}</bdi>
          </li>
        )}
        {document.citedSources.length > 0 && (
          <li>
            citing <bdi>{document.citedSources.join(', which cites ')}</bdi>
          </li>
        )}
        <li>
          read from <Origin url={document.url} source={document.source} />
        </li>
        {document.duplicateOf && (
          <li>
            <Link to={`/documents/${document.duplicateOf}`}>the same report, read earlier</Link>
          </li>
        )}
      </ul>
      {issues.length > 0 && (
        <details className="issues">
          <summary>{counted(issues.length, 'issue')} met while it was read</summary>
          <ul>
            {issues.map((issue, index) => (
              <li key={index}>
                <span className="tag">{issue.severity}</span> {issue.message}
                {issue.advice && <span className="quiet"> – {issue.advice}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Origin({ url, source }: { url: string | null; source: string }) {
  if (url === null || !isWebAddress(url)) return <bdi>{url ?? source}</bdi>
  return (
    <a href={url} rel="noopener noreferrer nofollow" target="_blank">
      <bdi>{url}</bdi>
    </a>
  )
}

/** Only these may become links: a report may claim any address for itself, "javascript:" ones too. */
function isWebAddress(url: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol)
  } catch {
    return false
  }
}
