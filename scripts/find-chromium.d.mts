export function findChromium(): string | null
export const ADVICE: string
