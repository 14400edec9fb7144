import {
  Anchor,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, data } from '../api/api'
import { Problem } from '../api/problems'
import { Failure } from '../common/Failure'
import { asText } from '../common/grid/Value'
import type { ChangedColumn, ChangedRow } from '../rows/fetching'
import { Afterwards } from './Afterwards'
import type { Opened } from './next'
import { blamed } from './reason'
import { useForgetWhenBuilt } from './useForgetWhenBuilt'

/** Puts one value of a row right, or leads to the rule that refuses it. */
export function MendForm(props: {
  source: string
  row: ChangedRow
  columns: ChangedColumn[]
  failed: number[]
  opened: Opened
  onOpen: (next: Opened | undefined) => void
}) {
  const { t } = useTranslation('rejects')
  const { source, row, columns } = props
  const [at, setAt] = useState(props.failed[0] ?? 0)
  const column = columns[at]
  // Of a part of a row, the row.
  const place = row.row.split(':').slice(0, 2).join(':')
  const received = column?.masked ? '' : asText(row.before[at] ?? '')
  const [value, setValue] = useState(received)
  const [missing, setMissing] = useState(false)
  const [because, setBecause] = useState('')
  const forget = useForgetWhenBuilt(source)
  const mend = useMutation({
    onSuccess: forget,
    mutationFn: () =>
      data(
        api.POST('/api/sources/{id}/medallion/silver/overrides', {
          params: { path: { id: source } },
          body: {
            row: place,
            column: column?.source ?? '',
            value: missing ? null : value,
            because: because.trim() === '' ? null : because,
          },
        }),
      ),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mend.mutate()
  }
  const choose = (next: number) => {
    setAt(next)
    setValue(columns[next]?.masked ? '' : asText(row.before[next] ?? ''))
    setMissing(false)
    mend.reset()
  }
  const { data: mended } = mend
  if (mended)
    return (
      <Afterwards
        source={source}
        row={place}
        mended={mended}
        opened={props.opened}
        onOpen={props.onOpen}
        onAgain={(reasons) => {
          const still = blamed(columns, reasons)[0]
          if (still !== undefined && still !== at) choose(still)
          else mend.reset()
        }}
      />
    )
  const problem = mend.error instanceof Problem ? mend.error : undefined
  const said = problem?.at('/value') ?? []
  return (
    <Paper withBorder p="md" component="form" onSubmit={submit}>
      <Stack gap="sm">
        <Text fw={600}>{t('mend')}</Text>
        <NativeSelect
          label={t('column')}
          value={at}
          data={columns.map((one, i) => ({ value: String(i), label: one.name ?? one.source }))}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        />
        <TextInput
          label={t('rightValue')}
          description={t('rightValueHint')}
          dir="auto"
          value={missing ? '' : value}
          disabled={missing}
          error={said.length > 0 ? said.join(' ') : undefined}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Checkbox
          label={t('isMissing')}
          checked={missing}
          onChange={(event) => setMissing(event.currentTarget.checked)}
        />
        <TextInput
          label={t('because')}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
        {mend.error && said.length === 0 && <Failure error={mend.error} />}
        <Group>
          <Button type="submit" loading={mend.isPending} disabled={!missing && value === received}>
            {t('putRight')}
          </Button>
          {column?.name !== undefined && (
            <Anchor
              component={Link}
              size="sm"
              to={`/sources/${source}/silver?column=${encodeURIComponent(column.name)}`}
            >
              {t('mendRule')}
            </Anchor>
          )}
        </Group>
      </Stack>
    </Paper>
  )
}
