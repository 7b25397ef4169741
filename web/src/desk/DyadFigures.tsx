import type { FindingPage, PartyRefView, RecordPage } from '../../../src/api/types.js'
import { Picture } from '../pictures/Picture.js'
import { counted } from '../words/phrases.js'
import { fileOf } from './addresses.js'
import { FigurePanels } from './FigurePanels.js'
import { disputedIn, figureTable, measuresOf, recordsBetween } from './figures.js'
import type { DatedFigure } from './figures.js'

interface FiguresProps {
  readonly state: PartyRefView
  readonly partner: PartyRefView
  readonly page: RecordPage
  readonly findings: FindingPage
}

const MOST_PANELS = 8

/** Figures between two over time, a panel for each thing measured; disputed ones are ringed. */
export function DyadFigures({ state, partner, page, findings }: FiguresProps) {
  const measures = measuresOf(recordsBetween(page.items, findings, partner.id))
  const disputed = disputedIn(findings.items)
  const panels = measures
    .map(({ name, figures }) => ({
      name,
      figures: figures.filter((figure): figure is DatedFigure => figure.time !== null),
    }))
    .filter(({ figures }) => figures.length > 0)
  const all = measures.flatMap(({ figures }) => figures)
  const drawn = panels.slice(0, MOST_PANELS)
  const left = all.length - drawn.flatMap(({ figures }) => figures).length
  return (
    <Picture
      id="figures"
      title="Figures"
      subject={`${state.name} and ${partner.name}`}
      about="What reports count between them, over the time that each figure is of. A bar is as long as that time; a ring marks a figure that another record contradicts."
      legend={<RingLegend />}
      note={
        left > 0 && <p className="picture-note">{counted(left, 'more figure')} in the table.</p>
      }
      table={figureTable(measures, disputed)}
      doors={all.map(({ id }) => `/records/${id}`)}
      facts={{ state, partner }}
      file={fileOf(state.name, partner.name, 'figures')}
    >
      {(width) =>
        drawn.length > 0 ? (
          <FigurePanels
            panels={drawn}
            disputed={disputed}
            width={width}
            words={`Figures between ${state.name} and ${partner.name} over time.`}
          />
        ) : (
          <p className="quiet">
            {all.length > 0
              ? 'None has a known time: see the table.'
              : 'No figure in the ledger names both.'}
          </p>
        )
      }
    </Picture>
  )
}

function RingLegend() {
  return (
    <ul className="plain-list picture-legend" aria-label="Marks">
      <li>
        <svg width="22" height="22" viewBox="-11 -11 22 22" aria-hidden="true">
          <circle className="ring" r="9" />
          <circle className="figure" r="4.5" />
        </svg>
        in dispute
      </li>
    </ul>
  )
}
