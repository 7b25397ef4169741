import { codeAgreements } from './agreements/index.js'
import { codeEvents } from './events/index.js'
import { codeFigures } from './figures-pass.js'
import { findParties } from './parties/index.js'
import { codeRelations } from './relations/index.js'
import { codeRoles } from './roles/index.js'
import type { Pass } from './scene.js'
import { codeStatements } from './statements/index.js'
import { placeTimes } from './times.js'

/**
 * The passes of the coder, in the order they run. Each stands on what those before it found:
 * parties → times → statements → roles → figures → events → agreements → relations; then `finishCoding`.
 */
export const PASSES: readonly Pass[] = [
  { name: 'parties', run: findParties },
  { name: 'times', run: placeTimes },
  { name: 'statements', run: codeStatements },
  { name: 'roles', run: codeRoles },
  { name: 'figures', run: codeFigures },
  { name: 'events', run: codeEvents },
  { name: 'agreements', run: codeAgreements },
  { name: 'relations', run: codeRelations },
]
