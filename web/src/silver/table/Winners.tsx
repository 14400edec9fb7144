import { ScrollArea, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import { Value } from '../column/Value'
import { pairs, type Pair } from './winners'

const MOST_COLUMNS = 8
/** As wide as a day or a short name, so that values are not broken letter by letter. */
const CELL = 130
const MOST = 260
const ROW = 90

/** Examples of rows that go beside those that stay, with what they differ in first. */
export function Winners({ preview }: { preview: Schemas['BuildPreview'] }) {
  const { t } = useTranslation('silver')
  const found = pairs(preview)
  if (found.length === 0) return null
  return (
    <>
      {found.map((pair) => (
        <PairTable key={pair.loserRow} pair={pair} />
      ))}
      <Text size="xs" c="dimmed">
        {t('winners.examples')}
      </Text>
    </>
  )
}

function PairTable({ pair }: { pair: Pair }) {
  const { t } = useTranslation('silver')
  const columns = [
    ...pair.differing,
    ...Object.keys(pair.loser).filter((name) => !pair.differing.includes(name)),
  ].slice(0, MOST_COLUMNS)
  return (
    <ScrollArea
      type="auto"
      offsetScrollbars="x"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('winners.label') }}
    >
      <Table verticalSpacing={4} w="max-content" aria-label={t('winners.label')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {columns.map((name) => (
              <Table.Th key={name} dir="auto" miw={CELL} maw={MOST}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row" miw={ROW}>
              {t('winners.stays', { row: pair.winnerRow })}
            </Table.Th>
            {columns.map((name) => (
              <Table.Td key={name} miw={CELL} maw={MOST}>
                {pair.winner ? <Value text={pair.winner[name]} /> : '…'}
              </Table.Td>
            ))}
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row" miw={ROW}>
              {t('winners.goes', { row: pair.loserRow })}
            </Table.Th>
            {columns.map((name) => (
              <Table.Td key={name} miw={CELL} maw={MOST}>
                <Value text={pair.loser[name]} struck={pair.differing.includes(name)} />
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}
