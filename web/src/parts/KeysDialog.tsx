import { Kbd, Modal, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTakesDecisions } from '../api/queries.js'
import { KIND_ORDER, KINDS } from '../words/kinds.js'
import { keysAreOn, switchKeys } from './keys.js'

const KEYS = [
  ['j', 'next record'],
  ['k', 'record before'],
  ['Tab', 'next marked words, link or button'],
  ['Enter', 'open the record of the marked words; again on the same words: the next record there'],
  ['Esc', 'close the record, back to its words'],
  ['?', 'this help'],
] as const

const REVIEW_KEYS = [
  ['a', 'accept the opened record'],
  ['c', 'correct it'],
  ['w', 'withdraw it'],
  ['u', 'take back the decision just made'],
] as const

/** Help: the keys, and what the marks mean. */
export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [on, setOn] = useState(keysAreOn)
  const takesDecisions = useTakesDecisions()
  const change = (next: boolean) => {
    switchKeys(next)
    setOn(next)
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keys and marks"
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close help' }}
    >
      <table className="keys">
        <tbody>
          {[...KEYS, ...(takesDecisions ? REVIEW_KEYS : [])].map(([key, does]) => (
            <tr key={key}>
              <th scope="row">
                <Kbd>{key}</Kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Switch
        mt="md"
        label="Single keys (j, k, a, c, w, u, ?) work"
        checked={on}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <h3 className="keys-heading">Marks in the text</h3>
      <ul className="plain-list mark-list">
        {KIND_ORDER.map((kind) => (
          <li key={kind}>
            <span className="letter" data-kind={kind}>
              {KINDS[kind].letter}
            </span>
            <span className="line-sample" data-kind={kind}>
              {KINDS[kind].one}
            </span>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
