import i18next from 'i18next'

/** A column's name in words: the count of rows, which nobody named, is called rows. */
export const inWords = (name: string) =>
  name === 'row_count'
    ? i18next.t('common:rowsCounted') || 'rows'
    : name.replaceAll('_', ' ').trim()
