import type { z } from 'zod'
import * as schemas from './schemas.js'

/** A list in a data file: where it stands, what an entry is, and which field names an entry to a person. */
export interface ListSpec<Schema extends z.ZodType = z.ZodType> {
  readonly file: string
  readonly key: string
  readonly schema: Schema
  readonly nameField: string
}

function list<Schema extends z.ZodType>(
  file: string,
  key: string,
  schema: Schema,
  nameField: string,
): ListSpec<Schema> {
  return { file, key, schema, nameField }
}

/** Every list of the codebook, once: the loader reads exactly these. */
export const LISTS = {
  countries: list('countries.yaml', 'countries', schemas.CountryEntry, 'iso'),
  territories: list('countries.yaml', 'territories', schemas.TerritoryEntry, 'id'),
  organisations: list('bodies.yaml', 'organisations', schemas.BodyEntry, 'name'),
  groups: list('bodies.yaml', 'groups', schemas.BodyEntry, 'name'),
  armedGroups: list('bodies.yaml', 'armedGroups', schemas.BodyEntry, 'name'),
  media: list('bodies.yaml', 'media', schemas.BodyEntry, 'name'),
  ngos: list('bodies.yaml', 'ngos', schemas.BodyEntry, 'name'),
  companies: list('bodies.yaml', 'companies', schemas.BodyEntry, 'name'),
  ambiguous: list('ambiguous.yaml', 'names', schemas.AmbiguousEntry, 'name'),
  offices: list('offices.yaml', 'offices', schemas.OfficeEntry, 'titles'),
  stateBodies: list('offices.yaml', 'stateBodies', schemas.StateBodyEntry, 'kind'),
  properBodies: list('offices.yaml', 'proper', schemas.ProperBodyEntry, 'name'),
  events: list('events.yaml', 'events', schemas.EventTypeEntry, 'event'),
  rolePatterns: list('event-cues.yaml', 'patterns', schemas.RolePatternEntry, 'pattern'),
  cueGroups: list('event-cues.yaml', 'cues', schemas.CueGroupEntry, 'event'),
  factualityHints: list('event-cues.yaml', 'hints', schemas.FactualityHintEntry, 'factuality'),
  contexts: list('contexts.yaml', 'contexts', schemas.ContextEntry, 'context'),
  indicators: list('indicators.yaml', 'indicators', schemas.IndicatorEntry, 'id'),
  units: list('units.yaml', 'units', schemas.UnitEntry, 'unit'),
  scales: list('units.yaml', 'scales', schemas.ScaleEntry, 'scale'),
  comparators: list('units.yaml', 'comparators', schemas.ComparatorEntry, 'comparator'),
  agreementForms: list('agreements.yaml', 'forms', schemas.AgreementFormEntry, 'form'),
  agreementStatuses: list('agreements.yaml', 'statuses', schemas.AgreementStatusEntry, 'status'),
  agreementAreas: list('agreements.yaml', 'areas', schemas.AgreementAreaEntry, 'area'),
  relations: list('relations.yaml', 'relations', schemas.RelationEntry, 'label'),
  matters: list('matters.yaml', 'matters', schemas.MatterEntry, 'id'),
  markers: list('matters.yaml', 'markers', schemas.MarkerEntry, 'marker'),
  attributionGroups: list(
    'attribution-cues.yaml',
    'groups',
    schemas.AttributionGroupEntry,
    'stance',
  ),
  irregularVerbs: list('irregular-verbs.yaml', 'verbs', schemas.IrregularVerbEntry, 'verb'),
} as const

type Lists = typeof LISTS
/** The checked entries of every list. */
export type CodebookEntries = {
  readonly [Name in keyof Lists]: readonly z.infer<Lists[Name]['schema']>[]
}

/** The data files, in order of name: what the version is hashed from. */
export const DATA_FILES: readonly string[] = [
  ...new Set(Object.values(LISTS).map((spec) => spec.file)),
].sort()
