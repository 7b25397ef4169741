import { TextInput } from '@mantine/core'
import { useAddress } from '../parts/use-address.js'

/** From when to when: kept in the address. */
export function PeriodFilter() {
  const { params, change } = useAddress()
  const isSet = params.has('from') || params.has('to')
  return (
    <search className="period">
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={name === 'from' ? 'From' : 'To'}
          value={params.get(name) ?? ''}
          onChange={(event) => change({ [name]: event.currentTarget.value }, { replace: true })}
        />
      ))}
      {isSet && (
        <button
          type="button"
          className="text-button"
          onClick={() => change({ from: null, to: null })}
        >
          All days
        </button>
      )}
    </search>
  )
}
