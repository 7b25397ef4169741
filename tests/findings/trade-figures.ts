import { findFigureConflicts } from '../../src/findings/figures/conflicts.js'
import { settingAt, writtenLedger, type WrittenLedger, type WrittenRecord } from './ledgers.js'

/** Figures of trade as tests of conflicts write them. */

export type WrittenFigure = Extract<WrittenRecord, { kind: 'figure' }>

const PARTIES: WrittenLedger['parties'] = {
  EU: { type: 'igo', name: 'European Union' },
  Tokayev: { type: 'person', country: 'KAZ', name: 'Kassym-Jomart Tokayev' },
  Customs: { type: 'government', country: 'CHN', name: 'Chinese customs' },
  Nobody: { type: 'person', name: 'A. Nobody' },
}

/** A share, in percent, of Kazakhstan's trade that the European Union accounts for. */
export const share = (
  document: string,
  value: number,
  more: Partial<WrittenFigure> = {},
): WrittenFigure => ({
  kind: 'figure',
  id: `${document}-${value}`,
  document,
  words: `${value} percent of all trade`,
  indicator: 'trade-share',
  value,
  unit: '%',
  subject: ['Kazakhstan'],
  partner: ['EU'],
  ...more,
})

/** Trade of Kazakhstan and China in billions of dollars, in 2022. */
export const trade = (
  document: string,
  billions: number,
  more: Partial<WrittenFigure> = {},
): WrittenFigure => ({
  kind: 'figure',
  id: `${document}-${billions}`,
  document,
  words: `trade of ${billions} billion dollars`,
  indicator: 'trade-turnover',
  value: billions * 1e9,
  unit: 'USD',
  subject: ['Kazakhstan'],
  partner: ['China'],
  time: '2022',
  ...more,
})

export const DOCUMENTS: WrittenLedger['documents'] = {
  astana: { publisher: 'Astana Daily' },
  beijing: { publisher: 'Beijing Post' },
  paris: { publisher: 'Paris Soir' },
}

/** The conflicts of figures in a ledger of these records. */
export const conflictsOf = (records: readonly WrittenRecord[], documents = DOCUMENTS) =>
  findFigureConflicts(writtenLedger({ documents, parties: PARTIES, records }), settingAt()).value
