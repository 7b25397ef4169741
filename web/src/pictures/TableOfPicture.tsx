import { useState } from 'react'
import { Link } from 'react-router'
import type { Cell, PictureTable } from './table.js'

interface TableProps {
  readonly title: string
  readonly table: PictureTable
  readonly doors?: readonly (string | null)[] | undefined
}

/** The data of a picture as a table, closed until asked for; the first cell of a row opens what it rests on. */
export function TableOfPicture({ title, table, doors = [] }: TableProps) {
  const [isOpen, setIsOpen] = useState(false)
  if (table.rows.length === 0) return null
  return (
    <details className="picture-table" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>The same as a table</summary>
      {isOpen && (
        // Wide tables scroll in their own frame; the focus lets the keyboard scroll it.
        <div
          className="picture-table-frame"
          tabIndex={0}
          role="region"
          aria-label={`${title}, table`}
        >
          <table>
            <thead>
              <tr>
                {table.columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, at) => (
                <Row key={at} cells={row} door={doors[at] ?? null} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  )
}

function Row({ cells, door }: { cells: readonly Cell[]; door: string | null }) {
  return (
    <tr>
      {cells.map((cell, at) => (
        <td key={at} data-number={typeof cell === 'number' || undefined}>
          {at === 0 && door ? (
            <Link to={door}>
              <CellText cell={cell} />
            </Link>
          ) : (
            <CellText cell={cell} />
          )}
        </td>
      ))}
    </tr>
  )
}

const cellFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 3 })

function CellText({ cell }: { cell: Cell }) {
  if (cell === null) return <span className="quiet">–</span>
  return <bdi>{typeof cell === 'number' ? cellFormat.format(cell) : cell}</bdi>
}
