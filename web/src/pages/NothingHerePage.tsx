import { Link } from 'react-router'
import { NothingThere } from '../parts/states.js'
import { useTitle } from '../parts/use-title.js'

/** An address that the page does not have. */
export function NothingHerePage() {
  useTitle('Nothing here')
  return (
    <div className="page">
      <NothingThere title="There is nothing at this address.">
        <p>
          <Link to="/documents">Go to the documents</Link>
        </p>
      </NothingThere>
    </div>
  )
}
