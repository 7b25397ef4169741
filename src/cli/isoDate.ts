import { InvalidArgumentError } from 'commander'

/** An option's value as a day of the calendar, as it is. Throws InvalidArgumentError for anything else. */
export function isoDate(value: string): string {
  const date = new Date(`${value}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError('A day of the calendar as YYYY-MM-DD, such as 2023-06-20.')
  return value
}
