import type { ReactNode } from 'react'
import type { RecordView } from '../../../src/api/types.js'
import { plain, valueWords } from '../words/phrases.js'
import { Field } from './Field.js'

/** What only records of one kind have. Null, empty and unknown are left out. */
export function CardFields({ record }: { record: RecordView }) {
  return fieldsOf(record)
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => (
      <Field key={label} label={label}>
        <bdi>{value}</bdi>
      </Field>
    ))
}

function fieldsOf(record: RecordView): [label: string, value: ReactNode][] {
  switch (record.kind) {
    case 'event':
      return [
        ['Place', record.place],
        ['About', record.contexts.map(plain).join(', ')],
        ['Class', plain(record.quad)],
        ['Intensity', `${signed(record.intensity)} (−10 conflict … 10 cooperation)`],
      ]
    case 'statement':
      return [
        ['Office', record.office],
        ['Cue', record.cue],
        ['Speech', record.directness],
        ['Audience', record.audience],
      ]
    case 'figure':
      return [
        ['Value', valueWords(record)],
        ['Change', record.change && changeWords(record.change)],
      ]
    case 'agreement':
      return [['Areas', record.areas.map(plain).join(', ')]]
    case 'relation':
      return [['Since', record.since]]
    case 'role':
      return [['Office', record.office]]
  }
}

type Change = NonNullable<Extract<RecordView, { kind: 'figure' }>['change']>

function changeWords(change: Change): string {
  const amount = valueWords({ ...change, comparator: '=' })
  return `${change.direction} by ${amount}${change.since ? ` since ${change.since}` : ''}`
}

function signed(value: number): string {
  return value < 0 ? `−${Math.abs(value)}` : String(value)
}
