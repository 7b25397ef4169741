import { useState } from 'react'
import type { RefObject } from 'react'
import { pngOf, saveFile } from './save.js'
import { svgFile } from './svg-file.js'
import type { PictureFile } from './svg-file.js'
import { csvOf, objectsOf } from './table.js'
import type { PictureTable } from './table.js'

interface ToolsProps {
  /** The section that the picture stands in. */
  readonly section: RefObject<HTMLElement | null>
  readonly title: string
  readonly file: string
  readonly table: PictureTable
  readonly facts: Readonly<Record<string, unknown>>
}

/** Buttons that save a picture and its data. */
export function PictureTools({ section, title, file, table, facts }: ToolsProps) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const saveText = (ending: string, type: string, text: string) =>
    saveFile(`${file}.${ending}`, new Blob([text], { type: `${type};charset=utf-8` }))
  const savePng = async (picture: PictureFile) => {
    try {
      saveFile(`${file}.png`, await pngOf(picture))
      setTrouble(null)
    } catch {
      setTrouble('The browser made no PNG of this picture. Save it as SVG.')
    }
  }
  const withPicture = (save: (picture: PictureFile) => void) => () => {
    const picture = section.current && svgFile(section.current, title)
    if (picture) save(picture)
    else setTrouble('Nothing is drawn here.')
  }
  return (
    <div className="picture-tools" role="group" aria-label={`Save: ${title}`}>
      <Tool
        name="Save SVG"
        act={withPicture(({ text }) => saveText('svg', 'image/svg+xml', text))}
      />
      <Tool name="Save PNG" act={withPicture((picture) => void savePng(picture))} />
      <Tool name="CSV" act={() => saveText('csv', 'text/csv', csvOf(table))} />
      <Tool
        name="JSON"
        act={() => saveText('json', 'application/json', jsonOf(title, table, facts))}
      />
      {trouble && <span role="alert">{trouble}</span>}
    </div>
  )
}

function Tool({ name, act }: { name: string; act: () => void }) {
  return (
    <button type="button" className="text-button" onClick={act}>
      {name}
    </button>
  )
}

function jsonOf(title: string, table: PictureTable, facts: ToolsProps['facts']): string {
  const page = window.location.href
  return `${JSON.stringify({ title, page, ...facts, rows: objectsOf(table) }, null, 2)}\n`
}
