import type { TFunction } from 'i18next'
import type { Schemas } from '../../api/api'

const ORDER = /^[DMY](\/[DMY])+$/
const YEARS = /^\d{4}-\d{4}$/
const LATEST_BY = 'keep-latest-by-'

/** A question in the page's own words, told from the answers that it offers; undefined for one that only its text says. */
export function questionWords(
  t: TFunction<'silver'>,
  { column, choices }: Schemas['Question'],
): string | undefined {
  if (column === 'deduplication')
    return choices.includes('remove-copies') ? t('asks.copies') : t('asks.duplicates')
  if (isBoth(choices, 'decimal', 'thousands')) return t('asks.separator')
  if (isBoth(choices, 'millions', 'unit')) return t('asks.millions')
  const parts = choices.flatMap((choice) => choice.split('+'))
  const orders = [...new Set(parts.filter((part) => ORDER.test(part)))]
  const known = parts.every((part) => ORDER.test(part) || YEARS.test(part) || part === 'UTC')
  if (!known || parts.length === 0) return undefined
  return [
    orders.length > 0 &&
      (orders.includes('Y/M/D')
        ? t('asks.order', { orders: orders.join(', ') })
        : t('asks.dayOrMonth')),
    parts.includes('UTC') && t('asks.zone'),
    parts.some((part) => YEARS.test(part)) && t('asks.century'),
  ]
    .filter(Boolean)
    .join(' ')
}

const isBoth = (choices: string[], one: string, other: string) =>
  choices.length === 2 && choices.includes(one) && choices.includes(other)

/** An answer in words; those that are words or signs already stay as they are. */
export function choiceWords(t: TFunction<'silver'>, choice: string): string {
  if (choice.startsWith(LATEST_BY))
    return t('answers.keepLatestBy', { column: choice.slice(LATEST_BY.length) })
  switch (choice) {
    case 'keep-all':
      return t('answers.keepAll')
    case 'keep-last-loaded':
      return t('answers.keepLast')
    case 'keep-first-loaded':
      return t('answers.keepFirst')
    case 'remove-copies':
      return t('answers.removeCopies')
    case 'decimal':
      return t('answers.decimal')
    case 'thousands':
      return t('answers.thousands')
    case 'millions':
      return t('answers.millions')
    case 'unit':
      return t('answers.unit')
    default:
      return choice
  }
}
