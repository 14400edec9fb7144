import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './grid.module.css'

/** The most characters of a cell that are fetched for the grid; see all of them in the row's details. */
export const CELLS = 200

/** A value as text on one line, whatever is in it; what is not there is told apart from an empty text. */
export function Value({ value }: { value: unknown }) {
  const { t } = useTranslation('common')
  if (value === null || value === undefined) {
    return (
      <span className={styles.nothing}>
        <span aria-hidden>–</span>
        <VisuallyHidden>{t('missing')}</VisuallyHidden>
      </span>
    )
  }
  const text = asText(value)
  if (text === '') return <span className={styles.nothing}>“”</span>
  return <bdi>{oneLine(text)}</bdi>
}

export const asText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

function oneLine(text: string): string {
  const shown = text.length > CELLS ? `${Array.from(text).slice(0, CELLS).join('')}…` : text
  return shown.replace(/\r\n|\r|\n/g, '⏎').replace(/\t/g, '⇥')
}
