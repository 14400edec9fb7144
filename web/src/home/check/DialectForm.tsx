import { Autocomplete, Button, Group, NumberInput, Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { percent } from '../../common/format'
import type { Reading } from '../uploads'
import type { Format } from './look'

const DELIMITERS = [',', ';', '\t', '|', ' '] as const
const QUOTES = ['"', "'", 'none'] as const
const CHARSETS = ['UTF-8', 'windows-1252', 'ISO-8859-15', 'UTF-16LE', 'UTF-16BE', 'IBM850', 'GBK']

/** How a text was found to be written, how sure that is, and what one may decide otherwise. */
export function DialectForm(props: {
  format: Format
  reading: Reading
  onChange: (reading: Reading) => void
}) {
  const { t } = useTranslation('home')
  const { format, reading, onChange } = props
  const delimiter = reading.delimiter === '\\t' ? '\t' : (reading.delimiter ?? format.delimiter)
  const quote = reading.quote ?? format.quote ?? 'none'
  const change = (change: Partial<Reading>) => onChange({ ...reading, ...change })
  const decided = Object.keys(reading).some((name) => name !== 'tables')
  const runnerUp = format.runner_up
  return (
    <>
      <Group gap="sm" align="end">
        <Select
          w={150}
          label={t('check.delimiter')}
          allowDeselect={false}
          data={[...new Set([...DELIMITERS, delimiter])].map((sign) => ({
            value: sign,
            label: called(sign),
          }))}
          value={delimiter}
          onChange={(sign) => sign && change({ delimiter: sent(sign) })}
        />
        <Select
          w={130}
          label={t('check.quote')}
          allowDeselect={false}
          data={[...new Set([...QUOTES, quote])].map((sign) => ({
            value: sign,
            label: sign === 'none' ? t('check.none') : sign,
          }))}
          value={quote}
          onChange={(sign) => sign && change({ quote: sign })}
        />
        <Autocomplete
          w={160}
          label={t('check.charset')}
          data={CHARSETS}
          key={reading.charset ?? format.charset}
          defaultValue={reading.charset ?? format.charset}
          onOptionSubmit={(charset) => change({ charset })}
          onBlur={(event) => {
            const charset = event.currentTarget.value.trim()
            if (charset && charset !== (reading.charset ?? format.charset)) change({ charset })
          }}
        />
        <NumberInput
          w={140}
          label={t('check.headerRows')}
          min={0}
          max={20}
          allowDecimal={false}
          value={reading.header_rows ?? format.header_rows}
          onChange={(rows) => typeof rows === 'number' && change({ header_rows: rows })}
        />
        <NumberInput
          w={140}
          label={t('check.skipLines')}
          min={0}
          allowDecimal={false}
          value={reading.skip_lines ?? format.skip_lines}
          onChange={(lines) => typeof lines === 'number' && change({ skip_lines: lines })}
        />
        {decided && (
          <Button variant="subtle" onClick={() => onChange({ ...keptTables(reading) })}>
            {t('check.reset')}
          </Button>
        )}
      </Group>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {decided ? t('check.decided') : t('check.sure', { share: percent(format.confidence, 0) })}
        </Text>
        {runnerUp && !decided && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              change({ delimiter: sent(runnerUp.delimiter), quote: runnerUp.quote ?? 'none' })
            }
          >
            {t('check.runnerUp', {
              sign: called(runnerUp.delimiter),
              share: percent(runnerUp.confidence, 0),
            })}
          </Button>
        )}
      </Group>
    </>
  )

  function called(sign: string): string {
    if (sign === '\t') return t('check.tab')
    if (sign === ' ') return t('check.space')
    return sign
  }
}

/** A tab of its own would be stripped on its way. */
function sent(sign: string): string {
  return sign === '\t' ? '\\t' : sign
}

function keptTables(reading: Reading): Reading {
  return reading.tables ? { tables: reading.tables } : {}
}
