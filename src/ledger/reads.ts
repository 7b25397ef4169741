import { countFacets } from './count-facets.js'
import { exportRecords } from './export.js'
import type { Ledger } from './ledger.js'
import { getHistory, getPartyHistory, listDecisions } from './list-decisions.js'
import * as documents from './list-documents.js'
import { getGroundChanges } from './ground-changes.js'
import { getVersion, listGround } from './list-ground.js'
import { listIssues } from './list-issues.js'
import * as parties from './list-parties.js'
import { listPersons } from './list-persons.js'
import * as records from './list-records.js'
import type { LedgerReader } from './read-door.js'

/** The read-only door of an open ledger. It lives as long as the ledger is open. */
export function readDoor(ledger: Ledger): LedgerReader {
  const { db } = ledger
  return {
    getDocument: (id) => documents.getDocument(db, id),
    listDocuments: (request = {}) => documents.listDocuments(db, request),
    getRecord: (id) => records.getRecord(db, id),
    getRecords: (ids) => records.getRecords(db, ids),
    listRecords: (request = {}) => records.listRecords(db, request),
    getParty: (id) => parties.getParty(db, id),
    listParties: (request = {}) => parties.listParties(db, request),
    listPersons: () => listPersons(db),
    getPartyHistory: (id) => getPartyHistory(db, id),
    getHistory: (id) => getHistory(db, id),
    listDecisions: (request = {}) => listDecisions(db, request),
    countRecords: (filter = {}) => records.countRecords(db, filter),
    countFacets: (filter = {}) => countFacets(db, filter),
    countDocuments: (filter = {}) => documents.countDocuments(db, filter),
    listIssues: (request = {}) => listIssues(db, request),
    exportRecords: (options = {}) => exportRecords(ledger, options.onIssue),
    listGround: () => listGround(db),
    getGroundChanges: (version) => getGroundChanges(ledger, version),
    getVersion: () => getVersion(ledger),
    findDuplicates: (signature) => documents.findDuplicates(db, signature),
    hasReport: (fingerprint) => documents.hasReport(db, fingerprint),
  }
}
