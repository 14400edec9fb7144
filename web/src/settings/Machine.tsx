import { Code, Paper, Table, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { bytes, count } from '../common/format'

/** What the workspace runs on, what it takes, and which databases it can read. */
export function Machine({ machine }: { machine: Schemas['Machine'] }) {
  const { t } = useTranslation('settings')
  const rows: [string, ReactNode][] = [
    [t('machine.version'), machine.version],
    [t('machine.folder'), <Code key="folder">{machine.folder}</Code>],
    [t('machine.warehouse'), bytes(machine.warehouse_bytes)],
    [t('machine.uploads'), bytes(machine.upload_bytes)],
    [t('machine.memory'), `${machine.memory_limit} · ${t('machine.memoryHint')}`],
    [t('machine.threads'), count(machine.threads)],
    [t('machine.systems'), machine.systems.map((one) => t(`systems.${one}`)).join(', ')],
    [
      t('machine.drivers'),
      machine.drivers.length > 0 ? (
        machine.drivers.join(', ')
      ) : (
        <Text span size="sm" c="dimmed">
          {t('machine.noDrivers', { folder: `${machine.folder}/drivers` })}
        </Text>
      ),
    ],
  ]
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('machine.title')}>
      <Title order={2} size="h4" mb="sm">
        {t('machine.title')}
      </Title>
      <Table variant="vertical" layout="auto" style={{ overflowWrap: 'anywhere' }}>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="35%">
                {name}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  )
}
