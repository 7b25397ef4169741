/** Expected trouble, by code. An issue never stops a stage: it travels beside the value (`Outcome`). */

/** Every issue code, with what it means. The docs page of issues is written from this table. */
export const ISSUE_CODES = {
  'file-not-found': 'no file or folder at the path given',
  'file-not-readable': 'the file could not be opened',
  'file-empty': 'the file holds no text',
  'file-binary': 'the file is not text',
  'file-encoding': 'the text is not valid UTF-8 (or what its byte order mark says)',
  'file-too-large': 'the file is larger than the limit',
  'file-kind-unknown': 'the file name has no ending that Chancery reads',
  'line-not-json': 'a line of a JSON Lines file is not a JSON object',
  'line-without-text': 'a JSON Lines object has neither text nor html',
  'field-invalid': 'a field has a value that cannot be used; it was left out',
  'html-no-article': 'no article was found in the page',
  'language-not-english': 'the text is not in English',
  'document-without-text': 'nothing was left after boilerplate was taken away',
  'date-unknown': 'the day of publication is not known',
  'date-inferred': 'the year of publication was inferred',
  'duplicate-document': 'the same wire copy was read earlier',
  'sentence-not-parsed': 'a sentence could not be parsed',
  'sentence-too-long': 'a sentence is longer than one reading window; it was read in pieces',
  'time-unresolved': 'a time expression could not be placed in the calendar',
  'party-unresolved': 'a mention could not be resolved to a party',
  'speaker-unresolved': 'a statement has no speaker that could be resolved',
  'figure-incomplete': 'a number has no unit or nothing measured; it was left out',
  'record-invalid': 'a record breaks the contract; it was left out',
  'codebook-invalid': 'an entry of the codebook is not valid',
  'model-not-found': 'the reader’s weights are missing or do not fit their manifest',
  'ledger-unavailable': 'the ledger could not be opened',
  'ledger-conflict': 'an entry was refused by the ledger',
  'report-failed': 'a report could not be read through; nothing of it was kept',
} as const

export type IssueCode = keyof typeof ISSUE_CODES

/** `error`: something was not read or kept; `warning`: kept, with doubt; `note`: worth knowing. */
export type IssueSeverity = 'error' | 'warning' | 'note'

/** One piece of expected trouble: what happened, where, and what to do about it. */
export interface Issue {
  readonly code: IssueCode
  readonly severity: IssueSeverity
  /** File, line, document or entry that it concerns. */
  readonly where: string
  /** What happened, in words for the person at the keyboard. */
  readonly message: string
  /** What to do, or null when nothing needs doing. */
  readonly advice: string | null
}

/** What a stage returns: its value, and the trouble met on the way. */
export interface Outcome<T> {
  readonly value: T
  readonly issues: readonly Issue[]
}

/** An issue with its fields named; `advice` is null when nothing needs doing. */
export function issueOf(
  code: IssueCode,
  severity: IssueSeverity,
  where: string,
  message: string,
  advice: string | null = null,
): Issue {
  return { code, severity, where, message, advice }
}
