import { useElementSize } from '@mantine/hooks'
import { useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { PictureTools } from './PictureTools.js'
import { TableOfPicture } from './TableOfPicture.js'
import type { PictureTable } from './table.js'

interface PictureProps {
  readonly id: string
  readonly title: string
  /** Whom it is about: stands before the title in saved files. */
  readonly subject?: string
  /** What it shows, in a sentence. */
  readonly about: ReactNode
  /** The drawn data: shown below as a table, saved as CSV and JSON. */
  readonly table: PictureTable
  /** Where each row of the table leads. */
  readonly doors?: readonly (string | null)[]
  /** What goes into the JSON beside the rows: period, formula, ground. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** Begins the names of saved files. */
  readonly file: string
  readonly legend?: ReactNode
  /** Above the drawing: what it is limited to. */
  readonly note?: ReactNode
  readonly below?: ReactNode
  /** Draws it this many CSS pixels wide. */
  readonly children: (width: number) => ReactNode
}

/** A picture with its title, legend, the same data as a table, and files of both. */
export function Picture(props: PictureProps) {
  const {
    id,
    title,
    subject,
    about,
    table,
    doors,
    facts = {},
    file,
    legend,
    note,
    below,
    children,
  } = props
  const { ref, width } = useElementSize<HTMLDivElement>()
  const section = useRef<HTMLElement>(null)
  const heading = useId()
  return (
    <section ref={section} className="picture" id={id} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p className="picture-about">{about}</p>
      {legend}
      {note}
      <div ref={ref}>{width > 0 && children(Math.floor(width))}</div>
      {below}
      <PictureTools
        section={section}
        title={subject ? `${subject}: ${title}` : title}
        file={file}
        table={table}
        facts={facts}
      />
      <TableOfPicture title={title} table={table} doors={doors} />
    </section>
  )
}
