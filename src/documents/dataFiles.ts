import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

/** The data files beside the code: outlets, places and boilerplate rules, read once and checked. */

const Outlet = z.object({
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  abbreviations: z.array(z.string().min(1)).default([]),
  domains: z.array(z.string().regex(/^[a-z0-9.-]+$/)),
})
const OutletsFile = z.object({
  agencies: z.array(Outlet),
  outlets: z.array(Outlet),
  nameEndings: z.array(z.string()),
})
const PlacesFile = z.object({
  places: z.array(z.string()),
  countries: z.array(z.string()),
  notPlaces: z.array(z.string()),
})

/** Where a rule looks: in the whole text, before or after the prose (`head`, `tail`), or in both of these (`edges`). */
export const RULE_PLACES = ['anywhere', 'head', 'tail', 'edges'] as const
export type RulePlace = (typeof RULE_PLACES)[number]

const Rule = z.object({
  name: z.string(),
  where: z.enum(RULE_PLACES),
  maxWords: z.int().positive().default(24),
  keepCase: z.boolean().default(false),
  patterns: z.array(z.string()).min(1),
})
const BoilerplateFile = z.object({
  words: z.record(z.string(), z.string()),
  lines: z.array(Rule),
  listHeadings: z.array(z.string()),
  restHeadings: z.array(z.string()),
  sectionLabels: z.array(z.string()),
  htmlClasses: z.array(z.string()),
})

export type Outlet = z.infer<typeof Outlet>
export type BoilerplateRule = z.infer<typeof Rule>

function load<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(readFileSync(new URL(name, import.meta.url), 'utf8')))
}

export const OUTLETS_FILE = load('./outlets.yaml', OutletsFile)
export const PLACES_FILE = load('./places.yaml', PlacesFile)
export const BOILERPLATE_FILE = load('./boilerplate.yaml', BoilerplateFile)
