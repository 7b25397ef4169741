/** An event as the reader is trained on it: words by their place in the text. */
export interface PlacedEvent {
  word: number
  type: string
  factuality: string
  actors: readonly number[]
  recipients: readonly number[]
}

/** Two annotators' events of one text: those with the same predicate, and those only one of them has. */
export interface Comparison<A extends PlacedEvent, B extends PlacedEvent> {
  both: [A, B][]
  firstOnly: A[]
  secondOnly: B[]
}

/** How far apart two predicates of one type may stand and still mean one event ("held talks"). */
const NEAR_WORDS = 4

/** Types whose sides may be told in either order. */
const SYMMETRIC = new Set(['AGREE', 'CONSULT', 'COOPERATE'])

/** Pairs events by predicate: the same word first, then the same type within a few words. */
export function compareEvents<A extends PlacedEvent, B extends PlacedEvent>(
  first: readonly A[],
  second: readonly B[],
): Comparison<A, B> {
  const tests = [
    (a: A, b: B) => a.word === b.word && a.type === b.type,
    (a: A, b: B) => a.word === b.word,
    (a: A, b: B) => a.type === b.type && Math.abs(a.word - b.word) <= NEAR_WORDS,
  ]
  const result: Comparison<A, B> = { both: [], firstOnly: [...first], secondOnly: [...second] }
  for (const test of tests)
    for (const a of [...result.firstOnly]) {
      const b = result.secondOnly.find((candidate) => test(a, candidate))
      if (!b) continue
      result.both.push([a, b])
      result.firstOnly.splice(result.firstOnly.indexOf(a), 1)
      result.secondOnly.splice(result.secondOnly.indexOf(b), 1)
    }
  return result
}

/** Whether two events name the same words as actors and as recipients, wherever in the text those stand. */
export function sameRoles(words: readonly string[], a: PlacedEvent, b: PlacedEvent): boolean {
  const named = (list: readonly number[]): string =>
    [...new Set(list.map((i) => (words[i] ?? '').toLowerCase()))].sort().join(' ')
  if (SYMMETRIC.has(a.type))
    return named([...a.actors, ...a.recipients]) === named([...b.actors, ...b.recipients])
  return named(a.actors) === named(b.actors) && named(a.recipients) === named(b.recipients)
}

/** 95 % interval of a share, by Wilson's score. */
export function wilsonInterval(count: number, of: number): [number, number] {
  if (of === 0) return [0, 1]
  const z = 1.96
  const share = count / of
  const middle = share + (z * z) / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return [(middle - half) / (1 + (z * z) / of), (middle + half) / (1 + (z * z) / of)]
}
