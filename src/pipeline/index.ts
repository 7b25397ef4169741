/** The pipeline's door: open the services, read reports into the ledger. */
export { readReports } from './run.js'
export type { ReadProgress, RunHooks } from './run.js'
export type { ReadOptions } from './readReport.js'
export { openServices } from './services.js'
export type { Services } from './services.js'
export type { ReadSummary } from './summary.js'
