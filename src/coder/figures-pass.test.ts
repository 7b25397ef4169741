import { expect, it } from 'vitest'
import { codeText } from './testing/code-text.js'

it('names whose figure it is by name where the sentence has a pronoun', () => {
  const { records } = codeText('Fiji welcomed it. Its exports came to 90 million dollars.', {})
  const subjects = records.flatMap((record) => (record.kind === 'figure' ? record.subject : []))
  expect(subjects.map(({ name }) => name)).toEqual(['Fiji'])
})
