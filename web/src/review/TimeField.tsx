import { NativeSelect, TextInput } from '@mantine/core'
import { useVocabulary } from '../api/queries.js'
import { timeWords } from '../words/phrases.js'
import { periodAround } from './periods.js'
import type { Granularity, RecordTime } from './periods.js'

interface TimeFieldProps {
  readonly time: RecordTime | null
  /** The time that the record has: its words stay, and its first day is where a change begins. */
  readonly before: RecordTime | null
  readonly onChange: (time: RecordTime | null) => void
}

/** A time: its granularity or unknown, and a day in it, from which first and last day follow; both for an interval. */
export function TimeField({ time, before, onChange }: TimeFieldProps) {
  const known = useVocabulary().data?.granularities ?? []
  const isInterval = time?.granularity === 'interval'
  const set = (granularity: Granularity, day: string, last: string) => {
    const [start, end] = granularity === 'interval' ? [day, last] : periodAround(granularity, day)
    onChange({ start, end, granularity, text: before?.text ?? '' })
  }
  const choose = (value: string) => {
    const granularity = known.find((each) => each === value)
    const { start, end } = time ?? before ?? { start: '', end: '' }
    if (granularity) set(granularity, start, end)
    else onChange(null)
  }
  return (
    <fieldset className="time-field">
      <legend>Time</legend>
      <NativeSelect
        label="Known to the"
        value={time?.granularity ?? ''}
        data={[
          { value: '', label: 'not known' },
          ...known.map((value) => ({ value, label: value })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {time && (
        <TextInput
          type="date"
          label={isInterval ? 'First day' : time.granularity === 'day' ? 'Day' : 'A day in it'}
          value={time.start}
          onChange={(event) => set(time.granularity, event.currentTarget.value, time.end)}
        />
      )}
      {time && isInterval && (
        <TextInput
          type="date"
          label="Last day"
          value={time.end}
          onChange={(event) => set(time.granularity, time.start, event.currentTarget.value)}
        />
      )}
      {time && time.start !== '' && !isInterval && time.granularity !== 'day' && (
        <p className="quiet">
          {timeWords(time)}: {time.start} to {time.end}
        </p>
      )}
    </fieldset>
  )
}
