/** Reasons offered for decisions, so that most need no typing. */

export const WHY_ACCEPT = ['The words say so', 'Checked against another source'] as const
export const WHY_CORRECT = [
  'The words say otherwise',
  'Another party is meant',
  'The time was misread',
  'The words begin or end elsewhere',
] as const
export const WHY_WITHDRAW = [
  'The words do not say this',
  'Not an act between states or bodies',
  'The same as another record',
  'The report itself is unreliable',
] as const
export const WHY_UNDO = ['Decided by mistake', 'Looked at again'] as const
export const WHY_MERGE = ['Two names of one party'] as const
export const WHY_SPLIT = ['Another party of the same name'] as const
/** The reason kept when a decision is taken back from the line that tells of it. */
export const TAKEN_BACK_AT_ONCE = 'Taken back at once'
