import { z } from 'zod'

/** The hand-made answers of a report (NAME.gold.json). Unknown fields are kept; missing ones stay undefined. */

const MaybeText = z.string().nullish()
const Names = z.array(z.string()).nullish()
const Days = z.looseObject({ start: MaybeText, end: MaybeText }).nullish()

const GoldParty = z.looseObject({
  name: z.string(),
  type: MaybeText,
  country: MaybeText,
  mentions: Names,
})
const GoldEvent = z.looseObject({
  event: z.string(),
  mode: MaybeText,
  actor: Names,
  recipient: Names,
  time: Days,
  factuality: MaybeText,
  quote: MaybeText,
})
const GoldStatement = z.looseObject({
  speaker: z.string().nullish(),
  content: z.string(),
  directness: MaybeText,
})
const GoldFigure = z.looseObject({
  indicator: MaybeText,
  value: z.number().nullish(),
  unit: MaybeText,
  comparator: MaybeText,
  subject: Names,
  time: Days,
  quote: MaybeText,
})
const GoldAgreement = z.looseObject({
  name: MaybeText,
  form: MaybeText,
  status: MaybeText,
  quote: MaybeText,
})
const GoldRelation = z.looseObject({
  a: z.string().nullish(),
  b: z.string().nullish(),
  label: MaybeText,
  since: z.union([z.string(), z.number()]).nullish(),
  quote: MaybeText,
})
const GoldRole = z.looseObject({
  person: z.string().nullish(),
  office: MaybeText,
  of: MaybeText,
})

export const GoldReport = z.looseObject({
  document: z.looseObject({
    published: MaybeText,
    publisher: MaybeText,
    boilerplate: z.array(z.string()).nullish(),
  }),
  parties: z.array(GoldParty).default([]),
  events: z.array(GoldEvent).default([]),
  statements: z.array(GoldStatement).default([]),
  figures: z.array(GoldFigure).default([]),
  agreements: z.array(GoldAgreement).default([]),
  relations: z.array(GoldRelation).default([]),
  roles: z.array(GoldRole).default([]),
})
export type GoldReport = z.infer<typeof GoldReport>

/** An entry of findings.gold.json: what follows from stretches of several reports. */
export const GoldFinding = z.looseObject({
  finding: z.string(),
  records: z.array(z.looseObject({ document: z.string(), quote: z.string() })),
})
export type GoldFinding = z.infer<typeof GoldFinding>

/** Answers by kind of record. */
export interface GoldByKind {
  readonly event: z.infer<typeof GoldEvent>
  readonly statement: z.infer<typeof GoldStatement>
  readonly figure: z.infer<typeof GoldFigure>
  readonly agreement: z.infer<typeof GoldAgreement>
  readonly relation: z.infer<typeof GoldRelation>
  readonly role: z.infer<typeof GoldRole>
}
