import type { PositionPage, PositionView } from '../../../src/api/types.js'
import { AllPartners, useShown } from '../desk/AllPartners.js'
import { Picture } from '../pictures/Picture.js'
import { counted } from '../words/phrases.js'
import { PositionLanes } from './PositionLanes.js'
import { StanceLegend } from './StanceMark.js'
import { datedIn, positionDoors, positionTable } from './stances.js'
import type { PositionRow } from './stances.js'

interface PictureProps {
  readonly page: PositionPage
  readonly rowOf: (position: PositionView) => PositionRow
  readonly title: string
  readonly subject?: string
  readonly about: string
  /** One of its lines, in a word. */
  readonly noun: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly file: string
}

/** Positions over time, a line each, fullest first; every mark opens its words. */
export function PositionsPicture({ page, rowOf, noun, subject, ...picture }: PictureProps) {
  const positions = page.items.toSorted((a, b) => b.items.length - a.items.length)
  const drawn = positions.filter((position) => datedIn(position).length > 0)
  const { shown, hidden } = useShown(drawn, 'lines')
  const undated = positions.flatMap(({ items }) => items).filter(({ date }) => date === null).length
  return (
    <Picture
      {...picture}
      id="positions"
      {...(subject !== undefined && { subject })}
      legend={<StanceLegend />}
      note={<Note undated={undated} cut={page.nextCursor !== null} />}
      table={positionTable(positions)}
      doors={positionDoors(positions)}
      below={<AllPartners hidden={hidden} name="lines" noun={noun} />}
    >
      {(width) =>
        drawn.length > 0 ? (
          <PositionLanes rows={shown.map(rowOf)} width={width} words={picture.title} />
        ) : (
          <p className="quiet">None has a known day: see the table.</p>
        )
      }
    </Picture>
  )
}

function Note({ undated, cut }: { undated: number; cut: boolean }) {
  if (undated === 0 && !cut) return null
  return (
    <p className="picture-note">
      {undated > 0 && `${counted(undated, 'record')} of no known day: see the table. `}
      {cut && 'Only the first 500 positions are here: choose a matter or a party.'}
    </p>
  )
}
