import { Box, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { Chart, Drawn } from '../chart/Chart'
import { drawRows } from '../chart/rows'
import { Failure } from '../common/Failure'
import { count } from '../common/format'
import { inWords } from '../common/names'
import { Seen } from './Seen'
import type { GoldTable, Query } from './tables'
import { useResult, type Result } from './useResult'

type Props = {
  id: string
  table: GoldTable
  /** The build of the cleaned rows: another one makes another result. */
  version: string
  /** How many rows the result is computed from. */
  of?: number
  height?: number
}

/** A chart of what a table would hold, run on all cleaned rows once it comes into sight. */
export function ResultChart({ height = 220, ...props }: Props) {
  return <Seen height={height}>{(seen) => <Run {...props} height={height} wanted={seen} />}</Seen>
}

function Run({
  id,
  table,
  version,
  of,
  height,
  wanted,
}: Props & { height: number; wanted: boolean }) {
  const { t } = useTranslation('gold')
  const result = useResult(id, table, version, wanted)
  if (result.error) return <Failure error={result.error} onRetry={() => void result.refetch()} />
  if (!result.data) return <Skeleton height={height} />
  return (
    <Stack gap={4}>
      <ResultView
        result={result.data}
        label={table.business_question || table.name}
        height={height}
        {...(table.query && { query: table.query })}
      />
      <Text size="xs" c="dimmed">
        {result.data.rows.truncated
          ? t('chart.first', { rows: count(result.data.rows.rows.length) })
          : of !== undefined
            ? t('chart.whole', { rows: count(of) })
            : t('chart.all')}
      </Text>
    </Stack>
  )
}

/** Rows as the chart that fits them, else as figures. */
export function ResultView(props: {
  result: Result
  label: string
  height: number
  query?: Query
}) {
  const { t } = useTranslation('gold')
  const { result, label, height, query } = props
  // The server knows the names of weekdays and months.
  const parts = query?.dimensions?.some((dimension) => dimension.part) ?? false
  if (parts && result.chart) return <Chart option={result.chart} label={label} height={height} />
  const drawn = drawRows(result.rows, t('chart.missing'), query)
  if (!drawn) return <Figures rows={result.rows} />
  return (
    <>
      <Drawn drawing={drawn.drawing} label={label} height={height} />
      {drawn.shown && (
        <Text size="xs" c="dimmed">
          {t('chart.largest', { shown: count(drawn.shown.groups), of: count(drawn.shown.of) })}
        </Text>
      )}
    </>
  )
}

/** What has no groups to compare: its figures, large. */
function Figures({ rows }: { rows: Schemas['Rows'] }) {
  const { t } = useTranslation('gold')
  const row = rows.rows[0]
  if (!row) return <Text c="dimmed">{t('chart.empty')}</Text>
  return (
    <Group gap="xl" py="md">
      {rows.columns.slice(0, 8).map((column, index) => (
        <Box key={column.name} miw={0}>
          <Text size="xs" c="dimmed" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {inWords(column.name)}
          </Text>
          <Text size="xl" fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {shown(row[index])}
          </Text>
        </Box>
      ))}
    </Group>
  )
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–'
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
  return typeof number === 'number' ? count(number) : String(value).slice(0, 120)
}
