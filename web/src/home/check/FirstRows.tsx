import { Alert, ScrollArea, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'

const MOST_ROWS = 30
const MOST_COLUMNS = 60
const MOST_LETTERS = 200

/** The first rows as they would land, every value as it is written; an empty cell apart from a missing one. */
export function FirstRows({ preview }: { preview: Schemas['LandingPreview'] }) {
  const { t } = useTranslation('home')
  const { landing, rows, malformed } = preview
  const columns = landing.columns.slice(0, MOST_COLUMNS)
  const hidden = landing.columns.length - columns.length
  return (
    <>
      {malformed.rows.length > 0 && (
        <Alert color="yellow" p="xs" title={t('check.malformed', { count: malformed.rows.length })}>
          {malformed.rows.slice(0, 3).map((row, place) => (
            <Text key={place} size="sm" truncate dir="auto">
              {row.map((value) => cut(value)).join(' · ')}
            </Text>
          ))}
        </Alert>
      )}
      <ScrollArea.Autosize
        mah={340}
        type="auto"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('check.firstRows') }}
      >
        <Table withColumnBorders stickyHeader fz="sm" aria-label={t('check.firstRows')}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.name} dir="auto" style={{ whiteSpace: 'nowrap' }}>
                  {cut(column.header) || column.name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.rows.slice(0, MOST_ROWS).map((row, place) => (
              <Table.Tr key={place}>
                {columns.map((column, cell) => (
                  <Table.Td
                    key={column.name}
                    dir="auto"
                    style={{ whiteSpace: 'pre', maxWidth: 320 }}
                  >
                    {row[cell] === null || row[cell] === undefined ? (
                      <Text span size="sm" c="dimmed" aria-label={t('check.missing')}>
                        ∅
                      </Text>
                    ) : (
                      cut(row[cell])
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      <Text size="sm" c="dimmed">
        {t('check.columns', { count: landing.columns.length })}
        {hidden > 0 && ` · ${t('check.moreColumns', { count: hidden })}`}
      </Text>
    </>
  )
}

function cut(value: unknown): string {
  const text = String(value ?? '')
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text
}
