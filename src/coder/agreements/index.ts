import type { TokenRange } from '../../core/index.js'
import { evidenceAt } from '../../core/index.js'
import type { AgreementDraft } from '../drafts.js'
import { withPartiesOf } from '../events/states.js'
import { dependents, lemmaAt, spanOf } from '../parse.js'
import type { PassResult, Scene } from '../scene.js'
import { timeAt } from '../scene.js'
import { forEachSentence } from '../sentences.js'
import { partiesOfAgreement } from './agreement-parties.js'
import type { AgreementMention } from './find.js'
import { agreementMentions } from './find.js'
import type { AgreementWords } from './forms.js'
import { agreementWordsOf } from './forms.js'
import type { FoundAgreement } from './join.js'
import { joinMentions } from './join.js'
import { statusOf } from './status.js'

/**
 * The pass `agreements`: treaties, agreements, memoranda and other texts that the document names or clearly
 * describes, one record each: the words of the first mention, the furthest status that any mention tells.
 */
export function codeAgreements(scene: Scene): PassResult {
  const words = agreementWordsOf(scene.codebook)
  const { results, issues } = forEachSentence(scene, 'agreements', (sentence) =>
    agreementsInSentence(scene, words, sentence),
  )
  const drafts = joinMentions(results)
  const refs = drafts.flatMap((draft) => draft.parties)
  return { drafts, issues, facts: { parties: withPartiesOf(scene, refs) } }
}

function agreementsInSentence(
  scene: Scene,
  words: AgreementWords,
  sentence: TokenRange,
): FoundAgreement[] {
  return agreementMentions(scene, words, sentence).map((mention) =>
    agreementOf(scene, words, mention),
  )
}

function agreementOf(
  scene: Scene,
  words: AgreementWords,
  mention: AgreementMention,
): FoundAgreement {
  const { head, form, name, isBare } = mention
  const span = spanOf(scene.parse, name)
  const text = evidenceAt(scene.document.text, span).text.replace(/\s+/g, ' ')
  const { status, isTold } = statusOf(scene, words, mention)
  const draft: AgreementDraft = {
    kind: 'agreement',
    name: text,
    form,
    parties: [...partiesOfAgreement(scene, head, name)],
    status,
    areas: areasOf(words, text),
    time: timeAt(scene, head),
    factuality: status === 'proposed' || status === 'negotiating' ? 'planned' : 'actual',
    reason: name.isNamed ? 'agreement-name' : 'agreement-description',
    spans: [span],
  }
  const isDefinite = dependents(scene.parse, head, 'det').some((at) =>
    /^(the|this|that)$/.test(lemmaAt(scene.parse, at)),
  )
  const sentence = scene.parse.tokens[head]?.sentence ?? 0
  return {
    draft,
    acronym: name.acronym,
    isNamed: name.isNamed,
    isBare,
    isDefinite,
    isTold,
    sentence,
  }
}

function areasOf(words: AgreementWords, text: string): string[] {
  const padded = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `
  const areas = words.areas.filter(([cue]) => padded.includes(` ${cue} `)).map(([, area]) => area)
  return [...new Set(areas)].sort()
}
