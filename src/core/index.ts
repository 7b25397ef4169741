/** The nouns of Chancery, in one door. Core imports no other stage. */
export * from './calendar.js'
export * from './documents.js'
export * from './findings.js'
export * from './ids.js'
export * from './issues.js'
export * from './readings.js'
export * from './records.js'
export * from './spans.js'
