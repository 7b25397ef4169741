import { z } from 'zod'
import { PARTY_TYPES } from '../../core/index.js'
import type { PartyRecord, PartyRef } from '../../core/index.js'
import { loadData } from '../data.js'

const ActorCodes = z.strictObject({
  roles: z.array(z.string().length(3)),
  roleOfType: z.partialRecord(z.enum(PARTY_TYPES), z.string().length(3)),
  gdeltCountries: z.record(z.string().length(3), z.string().length(3)),
})

const codes = loadData(new URL('./actor-codes.yaml', import.meta.url), ActorCodes)
const ROLES: ReadonlySet<string> = new Set(codes.roles)

/** A party of an event as columns see it. What the ledger does not know is null or an empty list. */
export interface ActorFacts {
  readonly id: string
  /** Name in the ledger. */
  readonly name: string
  readonly capitals: string
  /** As the text names it. */
  readonly written: string
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null
  readonly gdeltCountry: string | null
  /** CAMEO code, its country as GDELT writes it. */
  readonly code: string | null
  /** The roles in that code, in their order: POLECAT's sectors, GDELT's types. */
  readonly roles: readonly string[]
  /** Office that the same document gives a person. */
  readonly office: string | null
}

/**
 * The facts of a party that an event names.
 * @param party the ledger's party; null if it has none, then only the written name is known
 * @param office office that the same document gives it, or null
 */
export function actorFacts(
  ref: PartyRef,
  party: PartyRecord | null,
  office: string | null,
): ActorFacts {
  const name = party?.name ?? ref.name
  const country = party?.country ?? null
  const roles = party ? rolesOf(party) : []
  return {
    id: ref.id,
    name,
    capitals: name.toUpperCase(),
    written: ref.name,
    country,
    gdeltCountry: country && gdeltCountryOf(country),
    code: party && codeOf(party, roles),
    roles,
    office,
  }
}

function gdeltCountryOf(country: string): string {
  return codes.gdeltCountries[country] ?? country
}

/** The roles among the threes of letters of a party's CAMEO code; without a code, the role that its type has. */
function rolesOf({ cameo, country, type }: PartyRecord): string[] {
  if (cameo === null) {
    const role = codes.roleOfType[type]
    return role === undefined ? [] : [role]
  }
  const rest = country !== null && cameo.startsWith(country) ? cameo.slice(country.length) : cameo
  return (rest.match(/.{3}/g) ?? []).filter((three) => ROLES.has(three))
}

/** The CAMEO code with GDELT's country, or one put together from what is known, as CAMEO puts codes together. */
function codeOf({ cameo, country }: PartyRecord, roles: readonly string[]): string | null {
  if (cameo === null) {
    const made = `${country === null ? '' : gdeltCountryOf(country)}${roles.join('')}`
    return made === '' ? null : made
  }
  if (country === null || !cameo.startsWith(country)) return cameo
  return `${gdeltCountryOf(country)}${cameo.slice(country.length)}`
}
