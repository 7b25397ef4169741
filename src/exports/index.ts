/** The ledger in formats that other programs read; all of it streamed, all of it with its licence. */
export { calendarLines, calendarOf } from './calendar/calendar.js'
export type { CalendarSetting } from './calendar/calendar.js'
export {
  areEntryDays,
  calendarEntryOf,
  calendarStatusOf,
  calendarUidOf,
  meetingWordOf,
} from './calendar/entries.js'
export type { CalendarEntry, CalendarGround } from './calendar/entries.js'
export { csvwOfEvents, EVENT_FORMATS } from './events/describe.js'
export type { EventFormat } from './events/describe.js'
export { gdeltLines } from './events/gdelt.js'
export { polecatLines } from './events/polecat.js'
export { exportItems, partyRefsIn } from './items.js'
export type { DocumentRecords, ExportItem, ExportSource } from './items.js'
export { LICENCE_NOTE, LICENCE_URL } from './licence.js'
export { loadData } from './data.js'
export { csvHeader, csvLine, csvLines } from './tables/csv.js'
export { csvwPathOf } from './tables/csvw.js'
export { SaveError, saveTables, TABLE_FORMATS } from './tables/save-tables.js'
export type { TableFormat } from './tables/save-tables.js'
export { recordColumns, TABLE_KINDS, TableColumn, tableOf } from './tables/tables.js'
export type { TableKind } from './tables/tables.js'
export { newTally } from './tally.js'
export type { Tally } from './tally.js'
export { rowOf } from './values.js'
export type { ExportRow } from './values.js'
