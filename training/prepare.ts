/**
 * Turns the annotated data sets into one form for training: JSON Lines of documents whose words carry the labels.
 *
 *   npx tsx training/prepare.ts DATA_DIR OUT_DIR
 *
 * DATA_DIR holds the folders that training/README.md lists. The project's own tokenizer splits every text whose words
 * are not given, so that the reader is trained on the words it will meet.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crossnerDocuments, unerTags } from './prepare/names.js'
import { polnearDocuments } from './prepare/polnear.js'
import { namedDocuments, passageDocuments } from './prepare/passages.js'
import { ownPairDocuments, pairDocuments } from './prepare/pairs.js'
import { timemlDocuments } from './prepare/timeml.js'
import { treebankDocuments } from './prepare/treebank.js'
import type { TrainingDocument } from './prepare/types.js'

const [dataDir, outDir] = process.argv.slice(2)
if (!dataDir || !outDir) {
  console.error('usage: npx tsx training/prepare.ts DATA_DIR OUT_DIR')
  process.exit(2)
}
mkdirSync(outDir, { recursive: true })
const data = (path: string): string => join(dataDir, path)

save(
  'ewt-train',
  treebankDocuments(data('ud-ewt/train.conllu'), unerTags(data('uner-ewt/train.iob2'))),
)
save('ewt-dev', treebankDocuments(data('ud-ewt/dev.conllu'), unerTags(data('uner-ewt/dev.iob2'))))
save('gum-train', treebankDocuments(data('gum/train.conllu'), null, data('gum/documents.tsv')))
save('gum-dev', treebankDocuments(data('gum/dev.conllu'), null, data('gum/documents.tsv')))
save('crossner-train', crossnerDocuments(data('crossner-politics/train.txt')))
save('crossner-dev', crossnerDocuments(data('crossner-politics/dev.txt')))
save(
  'polnear-train',
  polnearDocuments(data('polnear/train.jsonl.gz'), data('polnear/train.corenlp.jsonl.gz')),
)
save('polnear-dev', polnearDocuments(data('polnear/dev.jsonl')))
const timeml = timemlDocuments(data('timeml'))
save('timeml-train', timeml.train)
save('timeml-dev', timeml.dev)
save('pairs', pairDocuments(data('plover/PLV_train.tsv')))
const own = new URL('./data/', import.meta.url)
save('own-pairs', ownPairDocuments(own))
save('passages', passageDocuments(own))
save('names', namedDocuments(own))

function save(name: string, documents: readonly TrainingDocument[]): void {
  const words = documents.reduce((sum, doc) => sum + doc.words.length, 0)
  writeFileSync(
    join(outDir as string, `${name}.jsonl`),
    documents.map((d) => JSON.stringify(d)).join('\n'),
  )
  console.log(`${name}: ${documents.length} documents, ${words} words`)
}
