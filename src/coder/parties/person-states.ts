import type { Board } from './board.js'
import type { IntroductionDraft, PartyDraft } from './party-drafts.js'

/**
 * Gives each introduced person whose office is named without a state that of the pronoun before it: "Rwanda denied it.
 * Its foreign minister, Claver Nsanzimana, …". From the sentences around alone no state is guessed: on labelled reports
 * the nearest acting state was the right one in one case of two.
 */
export function settlePersonStates(board: Board): void {
  for (const introduction of board.introductions) {
    if (introduction.of !== null) continue
    const owner = ownerOf(board, introduction)
    if (!owner) continue
    introduction.of = owner
    introduction.person.country ??= owner.country
  }
}

/** Whom "its" or "their" before an office means; null when no such word stands there or it means no one party. */
function ownerOf(board: Board, { office }: IntroductionDraft): PartyDraft | null {
  const before = board.taken[office.first - 1]
  if (before?.form !== 'pronoun' || before.parties.length !== 1) return null
  const owner = before.parties[0] ?? null
  return owner?.type === 'person' ? null : owner
}
