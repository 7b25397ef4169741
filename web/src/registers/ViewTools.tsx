import { Button } from '@mantine/core'
import { saveFile } from '../pictures/save.js'
import { CopyPermalink } from './CopyPermalink.js'
import { csvOfRows } from './file-columns.js'
import type { FileColumn } from './file-columns.js'

interface ViewToolsProps<Row> {
  /** Name of the files, without ending. */
  readonly name: string
  readonly columns: readonly FileColumn<Row>[]
  readonly rows: readonly Row[]
  /** How many rows there are, in words: “24 figures”. */
  readonly said: string
  /** True where the server has more than is shown. */
  readonly partial?: boolean
}

/** What is shown, in words, with its permalink and its files. */
export function ViewTools<Row>(props: ViewToolsProps<Row>) {
  const { name, columns, rows, said, partial = false } = props
  const save = (ending: 'csv' | 'json') => {
    const type = ending === 'csv' ? 'text/csv;charset=utf-8' : 'application/json'
    const text = ending === 'csv' ? csvOfRows(columns, rows) : jsonOf(rows)
    saveFile(`${name}.${ending}`, new Blob([text], { type }))
  }
  return (
    <div className="view-tools">
      <span className="view-said" role="status">
        {said}
        {partial && ' so far'}
      </span>
      {(['csv', 'json'] as const).map((ending) => (
        <Button
          key={ending}
          size="compact-sm"
          variant="default"
          disabled={rows.length === 0}
          title={`What is shown, as ${ending.toUpperCase()}`}
          onClick={() => save(ending)}
        >
          {ending.toUpperCase()}
        </Button>
      ))}
      <CopyPermalink />
    </div>
  )
}

/** The answers as the server gave them, with the address that they were shown at. */
function jsonOf(items: readonly unknown[]): string {
  return `${JSON.stringify({ page: window.location.href, items }, null, 2)}\n`
}
