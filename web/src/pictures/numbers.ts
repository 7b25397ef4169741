/** Numbers in pictures, in words. */

const signedFormat = new Intl.NumberFormat('en', {
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
})
const plainFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

/** "+0.4", "−1.2", "0": with a true minus sign. */
export const signed = (value: number) => signedFormat.format(value).replace('-', '−')
/** "0.83", with at most two places. */
export const short = (value: number) => plainFormat.format(value).replace('-', '−')

/** A share from 0 to 1 as "32 %"; below half a per cent but not nothing, "under 1 %". */
export function percentWords(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %'
  return `${Math.round(share * 100)} %`
}
