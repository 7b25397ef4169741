import { z } from 'zod'
import {
  AGREEMENT_FORMS,
  AGREEMENT_STATUSES,
  COMPARATORS,
  EVENT_TYPES,
  FACTUALITIES,
  PARTY_TYPES,
  QUADS,
} from '../core/index.js'

/** What each data file may hold: one schema an entry. The files' own comments say what the fields mean. */

/** A list written with commas ("Kazakh, Kazakhstani") or, where a member has a comma itself, as a YAML list. */
const Words = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    (typeof value === 'string' ? value.split(',') : value).map((word) => word.trim()),
  )
  .pipe(z.array(z.string().min(1, 'an empty word between two commas')))

const words = Words.optional().default([])
const Iso3 = z.string().regex(/^[A-Z]{3}$/, 'not an ISO 3166-1 alpha-3 code')
const iso3List = Words.pipe(z.array(Iso3)).optional().default([])
const wikidata = z
  .string()
  .regex(/^Q[1-9]\d*$/, 'not a Wikidata id (Q and digits)')
  .nullable()
  .default(null)
const optionalText = z.string().min(1).nullable().default(null)

export const CountryEntry = z.strictObject({
  iso: Iso3,
  name: z.string().min(1),
  kind: z.enum(['state', 'dependency', 'territory']).default('state'),
  of: Iso3.nullable().default(null),
  official: words,
  other: words,
  former: words,
  adjectives: words,
  people: words,
  capital: optionalText,
  capitalNames: words,
  seats: words,
  places: words,
  region: z.string().min(1),
  borders: iso3List,
  currencies: words,
  wikidata,
})
export type CountryEntry = z.infer<typeof CountryEntry>

export const TerritoryEntry = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/, 'not lower-case words joined by hyphens'),
  name: z.string().min(1),
  kind: z.enum(['breakaway', 'disputed', 'region']),
  of: Iso3,
  other: words,
  adjectives: words,
  people: words,
  capital: optionalText,
  places: words,
  wikidata,
})
export type TerritoryEntry = z.infer<typeof TerritoryEntry>

export const BodyEntry = z.strictObject({
  name: z.string().min(1),
  type: z.enum(PARTY_TYPES).nullable().default(null),
  abbreviations: words,
  other: words,
  cameo: z
    .string()
    .regex(/^[A-Z]{3,12}$/, 'not a CAMEO code (3 to 12 capitals)')
    .nullable()
    .default(null),
  seat: optionalText,
  country: Iso3.nullable().default(null),
  partOf: optionalText,
  members: iso3List,
  domains: words,
  wikidata,
})
export type BodyEntry = z.infer<typeof BodyEntry>

const CameoSuffix = z.string().regex(/^[A-Z]{3}$/, 'not a CAMEO suffix (three capitals)')

export const OfficeEntry = z.strictObject({
  titles: Words,
  rank: z.number().int().min(1).max(9),
  government: z.boolean(),
  cameo: CameoSuffix,
  of: z.enum(['state', 'body', 'company', 'any']),
})
export type OfficeEntry = z.infer<typeof OfficeEntry>

export const StateBodyEntry = z.strictObject({
  kind: z.string().min(1),
  names: Words,
  cameo: CameoSuffix,
})
export type StateBodyEntry = z.infer<typeof StateBodyEntry>

export const ProperBodyEntry = z.strictObject({
  name: z.string().min(1),
  country: Iso3,
  cameo: CameoSuffix,
  other: words,
})
export type ProperBodyEntry = z.infer<typeof ProperBodyEntry>

export const AmbiguousEntry = z.strictObject({
  name: z.string().min(1),
  entries: Words.pipe(z.array(z.string()).min(2, 'an ambiguous name has at least two entries')),
})
export type AmbiguousEntry = z.infer<typeof AmbiguousEntry>

const Intensity = z.number().min(-10).max(10)

export const EventTypeEntry = z.strictObject({
  event: z.enum(EVENT_TYPES),
  quad: z.enum(QUADS),
  intensity: Intensity,
  recipientRequired: z.boolean(),
  symmetric: z.boolean(),
  definition: z.string().min(10),
  modes: z
    .array(
      z.strictObject({
        mode: z.string().min(1),
        intensity: Intensity,
        definition: z.string().min(5),
      }),
    )
    .default([]),
})
export type EventTypeEntry = z.infer<typeof EventTypeEntry>

/** Where a role's party stands around the predicate; `oblique:with` and `modifier:of` name the preposition. */
const RoleSlot = z
  .string()
  .regex(
    /^(subject|object|indirect-object|agent|possessive|compound|adjective|clause-object|(oblique|modifier):[a-z-]+)$/,
    'not a role slot (subject, object, indirect-object, agent, possessive, compound, adjective, clause-object, oblique:PREPOSITION, modifier:PREPOSITION)',
  )
export const RolePatternEntry = z.strictObject({
  pattern: z.string().min(1),
  actor: Words.pipe(z.array(RoleSlot)),
  recipient: Words.pipe(z.array(RoleSlot)),
  example: z.string().min(1),
})
export type RolePatternEntry = z.infer<typeof RolePatternEntry>

export const CueGroupEntry = z
  .strictObject({
    event: z.enum(EVENT_TYPES),
    mode: z.string().nullable().default(null),
    pattern: z.string().min(1),
    strength: z.enum(['strong', 'weak']),
    factuality: z.enum(FACTUALITIES).nullable().default(null),
    contexts: words,
    verbs: words,
    nouns: words,
    frames: z.strictObject({ verbs: Words, nouns: Words }).nullable().default(null),
  })
  .refine((group) => group.verbs.length > 0 || group.nouns.length > 0 || group.frames !== null, {
    message: 'the group has no verbs, nouns or frames',
  })
export type CueGroupEntry = z.infer<typeof CueGroupEntry>

export const FactualityHintEntry = z.strictObject({
  factuality: z.enum(FACTUALITIES),
  governors: words,
  modals: words,
  adverbs: words,
  nouns: words,
  adjectives: words,
  particles: words,
})
export type FactualityHintEntry = z.infer<typeof FactualityHintEntry>

export const ContextEntry = z.strictObject({
  context: z.string().regex(/^[a-z_]+$/),
  definition: z.string().min(10),
  cues: Words,
})
export type ContextEntry = z.infer<typeof ContextEntry>

export const UNIT_KINDS = [
  'currency',
  'share',
  'length',
  'area',
  'mass',
  'volume',
  'energy',
  'power',
  'time',
  'speed',
  'temperature',
  'data',
  'person',
  'count',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export const IndicatorEntry = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: z.string().min(1),
  definition: z.string().min(10),
  cues: Words,
  units: Words.pipe(z.array(z.enum(UNIT_KINDS))),
  partner: z.boolean().default(false),
})
export type IndicatorEntry = z.infer<typeof IndicatorEntry>

export const UnitEntry = z.strictObject({
  unit: z.string().min(1),
  kind: z.enum(UNIT_KINDS),
  forms: Words,
  symbols: words,
  factor: z.number().positive().default(1),
})
export type UnitEntry = z.infer<typeof UnitEntry>

export const ScaleEntry = z.strictObject({ scale: z.number().positive(), forms: Words })
export type ScaleEntry = z.infer<typeof ScaleEntry>

export const ComparatorEntry = z.strictObject({
  comparator: z.enum(COMPARATORS),
  position: z.enum(['before', 'after']),
  forms: Words,
})
export type ComparatorEntry = z.infer<typeof ComparatorEntry>

export const AgreementFormEntry = z.strictObject({ form: z.enum(AGREEMENT_FORMS), nouns: Words })
export type AgreementFormEntry = z.infer<typeof AgreementFormEntry>

export const AgreementStatusEntry = z.strictObject({
  status: z.enum(AGREEMENT_STATUSES),
  verbs: words,
  nouns: words,
  phrases: words,
})
export type AgreementStatusEntry = z.infer<typeof AgreementStatusEntry>

export const AgreementAreaEntry = z.strictObject({ area: z.string().min(1), cues: Words })
export type AgreementAreaEntry = z.infer<typeof AgreementAreaEntry>

export const RelationEntry = z.strictObject({
  label: z.string().regex(/^[a-z][a-z-]*$/),
  definition: z.string().min(10),
  symmetric: z.boolean(),
  nouns: words,
  verbs: words,
  phrases: words,
})
export type RelationEntry = z.infer<typeof RelationEntry>

export const MatterEntry = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'not lower-case words joined by hyphens'),
    name: z.string().min(1),
    definition: z.string().min(10),
    concerns: words,
    parties: Words.pipe(z.array(z.enum(PARTY_TYPES)))
      .optional()
      .default([]),
    own: z.boolean().default(false),
    within: optionalText,
    words,
    for: words,
    against: words,
  })
  .refine((one) => one.words.length + one.for.length + one.against.length > 0, {
    message: 'the matter has no words, for or against',
  })
export type MatterEntry = z.infer<typeof MatterEntry>

export const MARKERS = [
  'support',
  'reverse',
  'plain',
  'topic',
  'aside',
  'whom',
  'break',
  'agent',
  'deny',
  'untrue',
  'refer',
  'wish',
  'future',
] as const
export type Marker = (typeof MARKERS)[number]

export const MarkerEntry = z.strictObject({ marker: z.enum(MARKERS), words: Words })
export type MarkerEntry = z.infer<typeof MarkerEntry>

export const STANCES = [
  'neutral',
  'stress',
  'support',
  'criticise',
  'accuse',
  'deny',
  'admit',
  'promise',
  'threaten',
  'warn',
  'urge',
  'request',
  'propose',
  'agree',
  'reject',
  'ask',
  'think',
  'hope',
  'doubt',
  'regret',
  'thank',
] as const

export const AttributionGroupEntry = z.strictObject({
  stance: z.enum(STANCES),
  kind: z.enum(['verb', 'noun', 'preposition', 'adverb', 'phrase']),
  strength: z.enum(['strong', 'weak']),
  cues: Words,
})
export type AttributionGroupEntry = z.infer<typeof AttributionGroupEntry>

export const IrregularVerbEntry = z.strictObject({
  verb: z.string().min(1),
  past: Words,
  participle: words,
})
export type IrregularVerbEntry = z.infer<typeof IrregularVerbEntry>
