import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { RecordView, SpanView } from '../../../src/api/types.js'
import { movedByWord, wholeWords, wordsOf } from '../text/words.js'
import type { Edge } from '../text/words.js'
import { useSelectedWords } from './use-selected-words.js'

export type Evidence = RecordView['evidence'][number]

interface WordsFieldProps {
  readonly text: string
  readonly evidence: readonly Evidence[]
  readonly onChange: (evidence: readonly Evidence[]) => void
}

/** The words a record rests on: taken from what is selected in the text, or moved by a word at either end. */
export function WordsField({ text, evidence, onChange }: WordsFieldProps) {
  const words = useMemo(() => wordsOf(text), [text])
  const [selected, clear] = useSelectedWords()
  const taken = selected && wholeWords(text, words, selected)
  const take = (pieces: readonly Evidence[]) => {
    if (!taken) return
    onChange([...pieces, quoted(text, taken)].sort((a, b) => a.start - b.start))
    clear()
  }
  const replace = (index: number, span: SpanView) =>
    onChange(evidence.map((piece, at) => (at === index ? quoted(text, span) : piece)))
  return (
    <fieldset className="words-field">
      <legend>Words</legend>
      {evidence.map((piece, index) => (
        <WordsPiece
          key={index}
          name={evidence.length > 1 ? ` of piece ${index + 1}` : ''}
          piece={piece}
          words={words}
          onMove={(span) => replace(index, span)}
          onRemove={
            evidence.length > 1 ? () => onChange(evidence.filter((_, at) => at !== index)) : null
          }
        />
      ))}
      <p className="quiet" role="status">
        {taken ? (
          <>
            Selected: <bdi>“{text.slice(taken.start, taken.end)}”</bdi>
          </>
        ) : (
          'Other words: select them in the text, then take them here.'
        )}
      </p>
      <div className="form-buttons">
        <Button size="compact-sm" variant="default" disabled={!taken} onClick={() => take([])}>
          Take the selected words
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!taken}
          onClick={() => take(evidence)}
        >
          Add them as a piece
        </Button>
      </div>
    </fieldset>
  )
}

const MOVES: readonly [Edge, 1 | -1, string][] = [
  ['start', -1, 'Start one word earlier'],
  ['start', 1, 'Start one word later'],
  ['end', -1, 'End one word earlier'],
  ['end', 1, 'End one word later'],
]

interface WordsPieceProps {
  readonly name: string
  readonly piece: Evidence
  readonly words: readonly SpanView[]
  readonly onMove: (span: SpanView) => void
  readonly onRemove: (() => void) | null
}

function WordsPiece({ name, piece, words, onMove, onRemove }: WordsPieceProps) {
  return (
    <div className="words-piece">
      <q className="evidence" dir="auto">
        {piece.text}
      </q>
      <div className="form-buttons">
        {MOVES.map(([edge, step, says]) => {
          const moved = movedByWord(words, piece, edge, step)
          return (
            <button
              key={says}
              type="button"
              className="press"
              aria-label={`${says}${name}`}
              title={says}
              aria-disabled={moved === null}
              onClick={() => moved && onMove(moved)}
            >
              {edge === 'start' ? 'start' : 'end'} {step < 0 ? '←' : '→'}
            </button>
          )
        })}
        {onRemove && (
          <button type="button" className="text-button" onClick={onRemove}>
            Remove{name}
          </button>
        )}
      </div>
    </div>
  )
}

function quoted(text: string, { start, end }: SpanView): Evidence {
  return { start, end, text: text.slice(start, end) }
}
