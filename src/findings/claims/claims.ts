import type { Codebook, MatterEntry } from '../../codebook/index.js'
import {
  spansOverlap,
  type CodedRecord,
  type EventRecord,
  type PartyRef,
  type StatementRecord,
} from '../../core/index.js'
import { concernedIn, holdersOf, type ClaimScene } from './claim-parties.js'
import type { FindingGround } from '../ground.js'
import { groupedBy } from '../groups.js'
import { mannerOf, refined, standsBefore, type Manner, type ToldManner } from './manners.js'
import {
  markersIn,
  matterLexiconOf,
  mattersIn,
  opposite,
  type MatterHit,
  type Polarity,
} from './matters.js'
import { mentionsIn, type MentionFinder } from './mentions.js'
import { notesOn, onceFor } from '../notes.js'
import { sidesIn, type Sides } from '../sides.js'
import { wordsOf } from '../words.js'

/** What records say of the codebook's matters: who tells it, of whom, and how the two stand to it. */

/** One record's word on one matter. */
export interface MatterClaim {
  readonly record: StatementRecord | EventRecord
  readonly matter: MatterEntry
  /** Whom the matter concerns ("sanctions on Russia"); null when the words do not tell, or it concerns nobody. */
  readonly concerned: PartyRef | null
  /** The side that says so; null for the publisher itself. */
  readonly teller: PartyRef | null
  /** The side whose conduct or stand the words tell of; null when they do not tell. */
  readonly holder: PartyRef | null
  /** What the holder does or stands for by these words: for (1) or against (−1) the matter; 0 when they do not say. */
  readonly conduct: Polarity
  /** What the teller itself stands for by these words. */
  readonly stand: Polarity
  readonly manner: Manner
}

/** Events below this confidence are wrong more often than right. */
const LOWEST_EVENT_CONFIDENCE = 0.5
const LOWEST_STATEMENT_CONFIDENCE = 0.5

/**
 * All claims of a ground, in the order of its records; read once for each ground and codebook. Time: linear in the
 * records.
 */
export const claimsIn = onceFor(readClaims)

interface ClaimReader {
  readonly codebook: Codebook
  readonly sides: Sides
  readonly mentions: MentionFinder
}

function readClaims(ground: FindingGround, codebook: Codebook): readonly MatterClaim[] {
  const sides = sidesIn(ground)
  const mentions = mentionsIn(ground, codebook, sides, (record) => tellerOf(record, sides))
  const reader = { codebook, sides, mentions }
  const known = CLAIMS(ground, codebook)
  const claims = ground.records.flatMap((record) =>
    known(record, () => claimsOfRecord(reader, record)),
  )
  const byMatter = groupedBy(claims, ({ matter }) => matter)
  const kept = new Set(
    [...byMatter.values()].flatMap((same) => withoutEchoes(same, ({ record }) => record)),
  )
  return claims.filter((claim) => kept.has(claim))
}

const CLAIMS = notesOn<readonly MatterClaim[]>()

/** The side that a record's words come from; null for the publisher itself. */
export function tellerOf(record: CodedRecord, sides: Sides): PartyRef | null {
  const speaker = record.kind === 'statement' ? record.speaker : record.attribution?.speaker
  return speaker ? (sides.sideOf(speaker) ?? speaker) : null
}

function claimsOfRecord(reader: ClaimReader, record: CodedRecord): readonly MatterClaim[] {
  const text = claimText(record)
  if (text === null) return []
  const words = wordsOf(text)
  const hits = mattersIn(matterLexiconOf(reader.codebook), words)
  if (hits.length === 0) return []
  const claimed = record as StatementRecord | EventRecord
  const mentions = reader.mentions(text, words, record)
  const markers = markersIn(matterLexiconOf(reader.codebook), words)
  const { sides, codebook } = reader
  const scene = { record: claimed, words, mentions, markers, sides, codebook }
  return hitOfEach(hits).flatMap((hit) => claimOf(scene, hit))
}

function claimText(record: CodedRecord): string | null {
  if (record.kind === 'statement')
    return record.confidence < LOWEST_STATEMENT_CONFIDENCE ? null : record.content
  if (record.kind !== 'event' || record.confidence < LOWEST_EVENT_CONFIDENCE) return null
  return record.evidence.map((one) => one.text).join(' … ')
}

/** One hit of each matter, the first with a stance; where stances disagree, it has none. */
function hitOfEach(hits: readonly MatterHit[]): readonly MatterHit[] {
  const matters = new Map<MatterEntry, MatterHit>()
  for (const hit of hits) {
    const before = matters.get(hit.matter)
    if (!before || before.polarity === 0) matters.set(hit.matter, hit)
    else if (hit.polarity === opposite(before.polarity))
      matters.set(hit.matter, { ...before, polarity: 0 })
  }
  return [...matters.values()]
}

function claimOf(scene: ClaimScene, hit: MatterHit): readonly MatterClaim[] {
  const { record } = scene
  const tellers = tellersOf(scene)
  return tellers.flatMap((teller) => {
    const told = mannerOf(scene)
    const holders = holdersOf(scene, hit, teller, told)
    return holders.flatMap((holder) => {
      const concerned = concernedIn(scene, hit, holder)
      if (concerned === undefined) return []
      const stances = stancesOf(scene, hit, told, teller, holder)
      return [{ record, matter: hit.matter, concerned, teller, holder, ...stances }]
    })
  })
}

/** Acts of speech, which their actors themselves tell. */
const SPEECH_ACTS: ReadonlySet<EventRecord['event']> = new Set([
  'AGREE',
  'SUPPORT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
])

function tellersOf({ record, sides }: ClaimScene): readonly (PartyRef | null)[] {
  if (record.kind === 'event' && SPEECH_ACTS.has(record.event)) {
    const actors = sides.sidesOf(record.actor)
    if (actors.length > 0) return actors
  }
  return [tellerOf(record, sides)]
}

function stancesOf(
  scene: ClaimScene,
  hit: MatterHit,
  told: ToldManner,
  teller: PartyRef | null,
  holder: PartyRef | null,
): Pick<MatterClaim, 'conduct' | 'stand' | 'manner'> {
  const { markers } = scene
  const isRound = told.isDenied || isCondemned(scene, hit, holder)
  const said = isRound ? opposite(hit.polarity) : hit.polarity
  const isOwn = teller !== null && teller.id === holder?.id
  const manner = refined(told.manner, isOwn, said !== hit.polarity || hit.isTurned, {
    isFuture: standsBefore(hit, markers.get('future')),
    isWish: standsBefore(hit, markers.get('wish')),
  })
  const conduct = manner === 'asks' && !isOwn ? 0 : said
  return { conduct, stand: standOf(said, manner, isOwn), manner }
}

/** "Condemned Iraq's invasion": the cue is turned round for who condemns, not for Iraq, which comes after that word. */
function isCondemned(
  { record, words, mentions, markers, codebook }: ClaimScene,
  hit: MatterHit,
  holder: PartyRef | null,
): boolean {
  const [head = 0] = hit.at
  const condemning = words.findIndex(
    ({ written }, at) =>
      at >= hit.from &&
      at < head &&
      markers.get('reverse')?.has(at) === true &&
      isCriticism(written, codebook),
  )
  if (condemning < 0) return false
  if (record.kind === 'event' && record.event === 'ACCUSE') return true
  return mentions.some(
    ({ side, first, last }) => side.id === holder?.id && first > condemning && last < head,
  )
}

function isCriticism(written: string, codebook: Codebook): boolean {
  const cues = codebook.attributionCues.byForm.get(written.toLowerCase()) ?? []
  return cues.some(({ stance }) => stance === 'criticise')
}

function standOf(said: Polarity, manner: Manner, isOwn: boolean): Polarity {
  if (isOwn) return said
  if (manner === 'accuses') return opposite(said)
  return manner === 'states' || manner === 'pledges' ? 0 : said
}

/** Items without events on words of a statement that is among them too: one is enough, and a statement says more. */
export function withoutEchoes<Item>(
  items: readonly Item[],
  recordOf: (item: Item) => CodedRecord,
): readonly Item[] {
  const byDocument = groupedBy(
    items.map(recordOf).filter(({ kind }) => kind === 'statement'),
    ({ document }) => document,
  )
  return items.filter((item) => {
    const record = recordOf(item)
    const statements = record.kind === 'event' ? (byDocument.get(record.document) ?? []) : []
    return !statements.some((statement) => areOnSameWords(record, statement))
  })
}

/** Do two records of one document rest on words that overlap? */
export function areOnSameWords(a: CodedRecord, b: CodedRecord): boolean {
  if (a.document !== b.document) return false
  return a.evidence.some((one) => b.evidence.some((other) => spansOverlap(one, other)))
}
