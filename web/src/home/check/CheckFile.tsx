import { Button, Group, Stack, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../common/Failure'
import { Loading } from '../../common/Loading'
import type { Reading } from '../uploads'
import { DialectForm } from './DialectForm'
import { FirstRows } from './FirstRows'
import { nameOf, previewOf, tablesOf } from './look'
import { TableChoice } from './TableChoice'

/** How a file is written, which of its tables are taken, and its first rows as they would land. */
export function CheckFile(props: {
  file: File
  begin: Reading
  /** Whether it was added already and is to be read in another way. */
  again: boolean
  onAdd: (reading: Reading) => Promise<void>
  onSkip: () => void
}) {
  const { file } = props
  const { t } = useTranslation(['home', 'common'])
  const [reading, setReading] = useState<Reading>(props.begin)
  const [looked, setLooked] = useState<string>()
  const settled = useDeferredValue(reading)
  // Two files may share a name, a size and a time.
  const self = useId()
  const tables = useQuery({
    queryKey: ['check', self, 'tables'],
    queryFn: ({ signal }) => tablesOf(file, signal),
    gcTime: 0,
    staleTime: Infinity,
  })
  const several = (tables.data?.length ?? 0) > 1
  const table = several ? (looked ?? tables.data?.slice(0, 1).map(nameOf).at(0)) : undefined
  const dialect = withoutTables(settled)
  const preview = useQuery({
    queryKey: ['check', self, 'rows', table, dialect],
    queryFn: ({ signal }) => previewOf(file, dialect, table, signal),
    enabled: tables.isFetched,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
  })
  const adding = useMutation({ mutationFn: () => props.onAdd(reading) })
  const format = preview.data?.landing.format
  return (
    <Stack>
      <Text fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {file.name}
      </Text>
      {several && tables.data && (
        <TableChoice
          tables={tables.data}
          chosen={reading.tables}
          looked={table}
          onLook={setLooked}
          onChoose={(chosen) => setReading({ ...reading, tables: chosen })}
        />
      )}
      {format?.kind === 'delimited' && (
        <DialectForm format={format} reading={reading} onChange={setReading} />
      )}
      {preview.error && <Failure error={preview.error} />}
      {preview.error && Object.keys(dialect).length > 0 && (
        <Group>
          <Button variant="default" size="xs" onClick={() => setReading({})}>
            {t('check.reset')}
          </Button>
        </Group>
      )}
      {preview.isPending && <Loading lines={6} />}
      {preview.data && !preview.error && <FirstRows preview={preview.data} />}
      {adding.error && <Failure error={adding.error} />}
      <Group justify="end">
        <Button variant="default" onClick={props.onSkip}>
          {t('common:cancel')}
        </Button>
        <Button
          loading={adding.isPending}
          disabled={preview.isError || reading.tables?.length === 0}
          onClick={() => adding.mutate()}
        >
          {t(props.again ? 'check.again' : 'check.add')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Which tables are taken changes nothing of how one of them is read. */
function withoutTables(reading: Reading): Reading {
  const dialect = { ...reading }
  delete dialect.tables
  return dialect
}
