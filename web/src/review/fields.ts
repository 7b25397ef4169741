import type { RecordKindView, VocabularyView } from '../../../src/api/types.js'

/** The closed lists, and those of the codebook, that a field's value comes from. */
export type ListName = Extract<
  keyof VocabularyView,
  | 'events'
  | 'modes'
  | 'factualities'
  | 'comparators'
  | 'agreementForms'
  | 'agreementStatuses'
  | 'indicators'
  | 'relations'
>

/** A field of a record that can be corrected, and how it is given. */
export interface CorrectableField {
  readonly name: string
  readonly label: string
  readonly input:
    'parties' | 'party' | 'speaker' | 'choice' | 'text' | 'long-text' | 'number' | 'time'
  /** What a choice is made from, and what is offered to whoever types. */
  readonly list?: ListName
  /** True where the field may be empty: it is then null. */
  readonly optional?: boolean
}

type Fields = readonly CorrectableField[]

const OWN: Readonly<Record<RecordKindView, Fields>> = {
  event: [
    { name: 'event', label: 'Type', input: 'choice', list: 'events' },
    { name: 'mode', label: 'Mode', input: 'choice', list: 'modes', optional: true },
    { name: 'actor', label: 'Actor', input: 'parties' },
    { name: 'recipient', label: 'Recipient', input: 'parties' },
    { name: 'place', label: 'Place', input: 'text', optional: true },
  ],
  statement: [
    { name: 'speaker', label: 'Speaker', input: 'party' },
    { name: 'office', label: 'Office', input: 'text', optional: true },
    { name: 'content', label: 'What is said', input: 'long-text' },
    { name: 'about', label: 'About', input: 'parties' },
  ],
  figure: [
    { name: 'indicator', label: 'Measures', input: 'text', list: 'indicators', optional: true },
    { name: 'comparator', label: 'Compared', input: 'choice', list: 'comparators' },
    { name: 'value', label: 'Value', input: 'number' },
    { name: 'unit', label: 'Unit', input: 'text' },
    { name: 'subject', label: 'Subject', input: 'parties' },
    { name: 'partner', label: 'Partner', input: 'parties' },
  ],
  agreement: [
    { name: 'name', label: 'Name', input: 'text' },
    { name: 'form', label: 'Form', input: 'choice', list: 'agreementForms' },
    { name: 'status', label: 'Status', input: 'choice', list: 'agreementStatuses', optional: true },
    { name: 'parties', label: 'Parties', input: 'parties' },
  ],
  relation: [
    { name: 'label', label: 'Relation', input: 'text', list: 'relations' },
    { name: 'a', label: 'One side', input: 'party' },
    { name: 'b', label: 'Other side', input: 'party' },
    { name: 'since', label: 'Since', input: 'text', optional: true },
  ],
  role: [
    { name: 'person', label: 'Person', input: 'party' },
    { name: 'office', label: 'Office', input: 'text' },
    { name: 'of', label: 'Of', input: 'party', optional: true },
  ],
}

const SHARED: Fields = [
  { name: 'time', label: 'Time', input: 'time' },
  { name: 'factuality', label: 'Factuality', input: 'choice', list: 'factualities' },
  { name: 'attribution', label: 'Who says so', input: 'speaker', optional: true },
]

/** The fields that a person may correct, in the order of the form; the words come beside them. */
export function fieldsOf(kind: RecordKindView): Fields {
  return [...OWN[kind], ...SHARED]
}

const REST: Readonly<Record<string, string>> = {
  evidence: 'Words',
  quad: 'Class',
  intensity: 'Intensity',
}

/** A field's name as the page says it. */
export function labelOf(name: string): string {
  const known = [...Object.values(OWN), SHARED].flat().find((field) => field.name === name)
  return known?.label ?? REST[name] ?? name
}
