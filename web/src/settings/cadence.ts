/** Common schedules by their names; any other is written as five fields. */
export const CADENCES = {
  quarterHour: '*/15 * * * *',
  hour: '0 * * * *',
  day: '0 6 * * *',
  workday: '0 6 * * MON-FRI',
  week: '0 6 * * MON',
  month: '0 6 1 * *',
} as const

export type Cadence = keyof typeof CADENCES

export function cadenceOf(cron: string): Cadence | 'other' {
  const plain = cron.trim().replace(/\s+/g, ' ').toUpperCase()
  const found = Object.entries(CADENCES).find(([, fields]) => fields === plain)
  return found ? (found[0] as Cadence) : 'other'
}
