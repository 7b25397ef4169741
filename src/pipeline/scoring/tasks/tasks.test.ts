import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../../config/config.js'
import { loadModel } from '../../../reader/index.js'
import { EvalDataError } from '../eval-files.js'
import { EVAL_TASKS } from './index.js'
import type { EvalResult } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'chancery-tasks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const config = { ...loadConfig({}, {}), threads: 1 }
const hasModel = existsSync(join(config.modelFolder, 'manifest.json'))
let reader: ReturnType<typeof loadModel> | null = null

async function evaluate(
  name: string,
  path: string,
  keptBackOnly = false,
): Promise<EvalResult & { predictions: object[] }> {
  const task = EVAL_TASKS.find((one) => one.name === name)
  if (!task) throw new Error(`no task ${name}`)
  const predictions: object[] = []
  const result = await task.run({
    path,
    config,
    loadReader: () => (reader ??= loadModel(config.modelFolder)),
    asOf: '2024-06-30',
    keptBackOnly,
    onPrediction: (item) => predictions.push(item),
    onProgress: () => undefined,
  })
  return { ...result, predictions }
}

function save(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** A folder below the tests' own with one report and its answers. */
function saveAnnotated(name: string): string {
  mkdirSync(join(folder, name))
  const text =
    'Astana, 5 March 2024. President Kassym-Jomart Tokayev met French President Emmanuel Macron in Astana. ' +
    '“Our trade reached 4 billion euros last year,” Tokayev said.\n'
  save(join(name, 'one.txt'), text)
  const answers = {
    document: { published: '2024-03-05' },
    roles: [{ person: 'Emmanuel Macron', office: 'French President', of: 'France' }],
    parties: [{ name: 'Emmanuel Macron', type: 'person', country: 'FRA', mentions: [] }],
  }
  save(join(name, 'one.gold.json'), JSON.stringify(answers))
  return join(folder, name)
}

const WORDS = [
  ['The', 'DT', '2', 'det'],
  ['minister', 'NN', '3', 'nsubj'],
  ['arrived', 'VBD', '0', 'root'],
  ['.', '.', '3', 'punct'],
] as const
const TREEBANK = `# newdoc id = a\n${WORDS.map(([form, tag, head, relation], n) =>
  [n + 1, form, '_', '_', tag, '_', head, relation, '_', n === 2 ? 'SpaceAfter=No' : '_'].join(
    '\t',
  ),
).join('\n')}\n`

describe.skipIf(!hasModel)('evaluations (skipped where model/ is absent)', () => {
  it('parse gives uas, las and xpos', async () => {
    const { scores, items, predictions } = await evaluate('parse', save('a.conllu', TREEBANK))
    expect(scores).toMatchObject({ uas: 100, las: 100, xpos: 100, words: 4 })
    expect(items).toBe(1)
    expect(predictions).toMatchObject([{ predicted: { heads: [2, 3, 0, 3] } }])
  })

  it('sentences gives f1 over the running text', async () => {
    const { scores, predictions } = await evaluate('sentences', save('b.conllu', TREEBANK))
    expect(scores).toMatchObject({ f1: 100, gold: 1 })
    expect(predictions).toMatchObject([{ text: 'The minister arrived.' }])
  })

  it('ner gives precision, recall and f1', async () => {
    const file = 'Angela\tB-person\nMerkel\tI-person\nspoke\tO\nin\tO\nBerlin\tB-location\n.\tO\n'
    const { scores } = await evaluate('ner', save('c.txt', file))
    expect(scores).toMatchObject({ precision: 100, recall: 100, f1: 100, gold: 2 })
  })

  it('attribution gives scores of source, cue and content', async () => {
    const text = 'The minister said that the talks would go on in May.'
    const attributions = [{ source: [[0, 12]], cue: [[13, 17]], content: [[18, 51]] }]
    const line = JSON.stringify({ id: 'a', text, attributions })
    const { scores, predictions } = await evaluate('attribution', save('d.jsonl', line))
    expect(scores).toMatchObject({ source: { f1: 100 }, cue: { f1: 100 } })
    expect(scores).toHaveProperty('content.precision')
    expect(scores).toHaveProperty('whole.content.f1')
    expect(predictions).toHaveLength(1)
  })

  it('plover gives macroF1, accuracy and perType, also for one marked actor', async () => {
    const rows = [
      'sentence_id\tmarked_sentence\tgold_root',
      '1\t<s>France</s> accused <t>Germany</t> of breaking the treaty.\tACCUSE',
      '2\t<s>The rebels</s> released twelve hostages.\tRETREAT',
    ]
    const { scores, predictions, notes } = await evaluate('plover', save('e.tsv', rows.join('\n')))
    expect(scores).toHaveProperty('macroF1')
    expect(scores).toHaveProperty('accuracy')
    expect(Object.keys(scores.perType as object)).toEqual(['ACCUSE', 'YIELD'])
    expect(predictions).toMatchObject([{ gold: 'ACCUSE' }, { gold: 'YIELD', recipient: null }])
    expect(notes.join()).toContain('1 rows')
  })

  it('time gives relaxed, strict and value F1 of a folder’s files', async () => {
    const times = join(folder, 'times', 'below')
    mkdirSync(times, { recursive: true })
    writeFileSync(
      join(times, 'x.tml'),
      '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="1998-02-27">x</TIMEX3></DCT>' +
        '<TEXT>They met on <TIMEX3 tid="t1" type="DATE" value="1998-01-06">January 6, 1998</TIMEX3>.</TEXT></TimeML>',
    )
    const { scores, predictions } = await evaluate('time', join(folder, 'times'))
    expect(scores).toMatchObject({ relaxedF1: 100, strictF1: 100, valueF1: 100 })
    expect(predictions).toMatchObject([{ file: join('below', 'x.tml') }])
  })

  it('ledger reads a folder of reports and scores it against the answers', async () => {
    const { scores, items, predictions } = await evaluate('ledger', saveAnnotated('ledger'))
    expect(items).toBe(1)
    expect(scores).toMatchObject({ unread: 0, role: { gold: 1 } })
    expect(scores).toHaveProperty('macroF1')
    expect(predictions).toMatchObject([{ document: 'one' }])
  }, 300_000) // a new ledger takes minutes where other work takes the processor

  it('calibration sets the confidence of every record against whether it is right', async () => {
    const folder = saveAnnotated('calibration')
    const { scores, items, predictions } = await evaluate('calibration', folder)
    expect(items).toBe(1)
    const roles = predictions.filter((one) => 'kind' in one && one.kind === 'role')
    expect(roles).not.toEqual([])
    expect(scores).toMatchObject({ role: { records: roles.length }, agreement: { records: 0 } })
    expect(roles[0]).toMatchObject({ report: 'one' })
  }, 300_000)
})

describe('evaluations without the reader', () => {
  it('quantities gives value and value + unit F1', async () => {
    const quantity = { change: '=', value: '4000000000', unit: '$', normalized_unit: 'dollar' }
    const file = JSON.stringify([{ text: 'Trade came to $4 billion.', quantities: [quantity] }])
    const { scores } = await evaluate('quantities', save('f.json', file))
    expect(scores).toMatchObject({ valueF1: 100, valueUnitF1: 100 })
  })

  it.each(['parse', 'sentences', 'ner', 'attribution', 'plover', 'quantities'])(
    '%s refuses data of another form',
    async (name) => {
      const path = save('other.bin', 'neither this\nnor that')
      await expect(evaluate(name, path)).rejects.toThrow(EvalDataError)
    },
  )

  it('reads nothing from a folder without such files, and says so by 0 items', async () => {
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    expect((await evaluate('time', empty)).items).toBe(0)
    expect((await evaluate('ledger', empty)).items).toBe(0)
  })

  it('asks for the report beside each answer', async () => {
    const alone = join(folder, 'alone')
    mkdirSync(alone)
    writeFileSync(join(alone, 'x.gold.json'), '{"document":{}}')
    await expect(evaluate('ledger', alone)).rejects.toThrow('no report beside it')
  })
})
