import { Link } from 'react-router'
import type { FindingView } from '../../../src/api/types.js'
import { dayWords, plain } from '../words/phrases.js'

/** The steps of a life cycle as a line of stations; each that a record tells of opens its words. */
export function FindingSteps({ steps }: { steps: FindingView['steps'] }) {
  if (steps.length === 0) return null
  return (
    <ol className="plain-list steps" aria-label="Steps">
      {steps.map(({ step, date, record }, index) => (
        <li key={index} className="step" data-told={record !== null}>
          <span className="step-name">
            {record ? <Link to={`/records/${record}`}>{plain(step)}</Link> : plain(step)}
          </span>
          <span className="quiet">{date ? dayWords(date) : 'day not known'}</span>
        </li>
      ))}
    </ol>
  )
}
