import { statements as ground } from './0001-ground.js'
import { statements as rereading } from './0002-rereading.js'
import { statements as signatureKeys } from './0003-signature-keys.js'
import { statements as parties } from './0004-parties.js'

/**
 * Every migration by its number and name, in order. A migration that was released is never edited: a change of the
 * tables is a new file with the next number.
 */
export const MIGRATIONS: Readonly<Record<string, readonly string[]>> = {
  '0001-ground': ground,
  '0002-rereading': rereading,
  '0003-signature-keys': signatureKeys,
  '0004-parties': parties,
}
