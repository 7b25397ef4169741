/** Reports from files: text, Markdown, HTML and JSON Lines, gzip of these. */
export { fileKindOf } from './fileKind.js'
export type { FileFormat, FileKind } from './fileKind.js'
export { listReportFiles } from './listFiles.js'
export type { ReportFile } from './listFiles.js'
export { loadReportFile } from './loadReports.js'
export type { LoadOptions } from './loadReports.js'
