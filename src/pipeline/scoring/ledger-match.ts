import type { CodedRecord, RecordKind } from '../../core/index.js'
import type { GoldByKind } from './ledger-gold.js'
import type { PartyWorld } from './ledger-parties.js'
import { partiesF1, sameParty } from './ledger-parties.js'
import { plainWords, sameStretch, unitKey, wordF1 } from './ledger-words.js'

/** Which answer a record is held against, and what makes it right. */

type RecordOf<K extends RecordKind> = Extract<CodedRecord, { kind: K }>

export interface Pairing<G, R> {
  readonly gold: G
  readonly found: R
  readonly fit: number
}

export interface KindRules<K extends RecordKind> {
  /** How well a record fits an answer; 0: not at all. */
  readonly fit: (gold: GoldByKind[K], found: RecordOf<K>, world: PartyWorld) => number
  /** Do the fields that define the kind agree, in a record paired with its answer? */
  readonly isRight: (pair: Pairing<GoldByKind[K], RecordOf<K>>) => boolean
  /** Further fields, counted among the right ones only. */
  readonly fields: Readonly<Record<string, (gold: GoldByKind[K], found: RecordOf<K>) => boolean>>
}

/** Added where the defining field agrees, so that such a pair goes before all that lack it. */
const DEFINING = 10
/** Enough to pair an event of another type where nothing better is there. */
const BARELY = 0.0001
const FEWEST_SIDES_SHARED = 0.5
const FEWEST_CONTENT_SHARED = 0.6
const FEWEST_NAME_SHARED = 0.5
const VALUE_TOLERANCE = 1e-6
const SYMMETRIC = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

/** Does one of the record's stretches of evidence stand where the answer's quote stands? */
export function quotesSame(
  record: { readonly evidence?: CodedRecord['evidence'] },
  quote: string | null | undefined,
): boolean {
  return (record.evidence ?? []).some((evidence) => sameStretch(evidence.text, quote))
}

type Days = { start?: string | null; end?: string | null } | null | undefined

const sameDays = (a: Days, b: Days): boolean =>
  a && b ? a.start === b.start && a.end === b.end : !a && !b

const event: KindRules<'event'> = {
  fit: (gold, found, world) => {
    if (!quotesSame(found, gold.quote)) return 0
    const wanted = gold.recipient ?? []
    const recipients = wanted.length > 0 ? partiesF1(wanted, found.recipient, world) : 1
    const directed = Math.min(partiesF1(gold.actor, found.actor, world), recipients)
    const together = SYMMETRIC.has(gold.event)
      ? partiesF1([...(gold.actor ?? []), ...wanted], [...found.actor, ...found.recipient], world)
      : 0
    const sides = Math.max(directed, together)
    if (sides < FEWEST_SIDES_SHARED) return 0
    return sides + (found.event === gold.event ? DEFINING : BARELY)
  },
  isRight: ({ gold, found }) => gold.event === found.event,
  fields: {
    time: (gold, found) => sameDays(gold.time, found.time),
    factuality: (gold, found) => gold.factuality === found.factuality,
    mode: (gold, found) => !gold.mode || gold.mode === found.mode,
  },
}

const statement: KindRules<'statement'> = {
  fit: (gold, found, world) => {
    const shared = wordF1(gold.content, found.content)
    if (shared < FEWEST_CONTENT_SHARED) return 0
    return shared + (sameParty(gold.speaker, found.speaker, world) ? DEFINING : 0)
  },
  isRight: ({ fit }) => fit >= DEFINING,
  fields: { directness: (gold, found) => gold.directness === found.directness },
}

const figure: KindRules<'figure'> = {
  fit: (gold, found, world) => {
    const wanted = gold.value ?? 0
    const tolerance = VALUE_TOLERANCE * Math.max(1, Math.abs(wanted))
    if (Math.abs(found.value - wanted) > tolerance || !quotesSame(found, gold.quote)) return 0
    const unit = unitKey(found.unit) === unitKey(gold.unit) ? DEFINING : 0
    return 1 + unit + partiesF1(gold.subject, found.subject, world)
  },
  isRight: ({ fit }) => fit >= DEFINING,
  fields: {
    period: (gold, found) => sameDays(gold.time, found.time),
    comparator: (gold, found) => (gold.comparator ?? '=') === found.comparator,
    indicator: (gold, found) => plainWords(gold.indicator) === plainWords(found.indicator),
  },
}

const agreement: KindRules<'agreement'> = {
  fit: (gold, found) => {
    const quoted = quotesSame(found, gold.quote) ? FEWEST_NAME_SHARED : 0
    const fit = Math.max(wordF1(gold.name, found.name), quoted)
    return fit < FEWEST_NAME_SHARED ? 0 : fit + (found.status === gold.status ? 1 : 0)
  },
  isRight: () => true,
  fields: {
    status: (gold, found) => gold.status === found.status,
    form: (gold, found) => gold.form === found.form,
  },
}

const relation: KindRules<'relation'> = {
  fit: (gold, found, world) => {
    const between = (a: typeof found.a, b: typeof found.b): boolean =>
      sameParty(gold.a, a, world) && sameParty(gold.b, b, world)
    if (!between(found.a, found.b) && !between(found.b, found.a)) return 0
    if (found.label === gold.label) return 2
    return quotesSame(found, gold.quote) ? 1 : 0
  },
  isRight: () => true,
  fields: { since: (gold, found) => String(gold.since ?? '') === String(found.since ?? '') },
}

const role: KindRules<'role'> = {
  fit: (gold, found, world) => {
    if (!sameParty(gold.person, found.person, world)) return 0
    const shared = wordF1(gold.office, found.office)
    return shared < FEWEST_NAME_SHARED ? 0 : 1 + shared
  },
  isRight: () => true,
  fields: {},
}

/** The rules of every kind of record. */
export const KIND_RULES: { readonly [K in RecordKind]: KindRules<K> } = {
  event,
  statement,
  figure,
  agreement,
  relation,
  role,
}

/** Pairs by fit, best first, each answer and each record once; of equal fits the earlier answer, then record, goes first. */
export function pairBest<G, R>(
  golds: readonly G[],
  found: readonly R[],
  fitOf: (gold: G, record: R) => number,
): Pairing<G, R>[] {
  const all = golds.flatMap((gold) =>
    found.map((record) => ({ gold, found: record, fit: fitOf(gold, record) })),
  )
  const used = new Set<unknown>()
  return all
    .filter((pair) => pair.fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .filter((pair) => {
      if (used.has(pair.gold) || used.has(pair.found)) return false
      used.add(pair.gold).add(pair.found)
      return true
    })
}
