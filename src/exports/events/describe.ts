import { csvwOf } from '../tables/csvw.js'
import { GDELT_COLUMNS } from './gdelt.js'
import { POLECAT_COLUMNS } from './polecat.js'

/** Event data sets whose columns an export can fill. */
export const EVENT_FORMATS = ['polecat', 'gdelt'] as const
export type EventFormat = (typeof EVENT_FORMATS)[number]

const FORMATS = {
  polecat: {
    columns: POLECAT_COLUMNS,
    title: 'Chancery: events in the columns of POLECAT',
    header: true,
    notes: ['A line an event. Several parties in a cell are separated by "; ".'],
  },
  gdelt: {
    columns: GDELT_COLUMNS,
    title: 'Chancery: events in the columns of GDELT 2.0',
    header: false,
    notes: ['A line a pair of one actor and one recipient. The file has no header.'],
  },
} as const

const SHARED_NOTES = [
  'None of it is data of the project whose columns these are.',
  'Empty: not known. Only events that happened (actual or ongoing); withdrawn records are left out.',
  'Tabs and line ends in a cell are spaces, double quotes single ones;',
  'text that a spreadsheet might run as a formula has an apostrophe before it.',
]

/** The description of an event file, by its name: CSVW metadata with the header, what fills each column, the licence note. */
export function csvwOfEvents(format: EventFormat, name: string): string {
  const { columns, title, header, notes } = FORMATS[format]
  return csvwOf({
    name,
    title,
    notes: [...notes, ...SHARED_NOTES],
    columns: columns.columns.map(({ column, says, datatype }) => ({
      title: column,
      says,
      datatype,
    })),
    dialect: { delimiter: '\t', header },
    key: columns.columns[0]?.column ?? '',
  })
}
