import { Badge, Group, Stack, Text, Tooltip } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { inWords } from '../common/names'
import { adding, namesOf, type GoldTable } from './tables'

const ODD = ['average', 'notOverTime', 'extreme', 'never'] as const

/** What a table is grouped by and what it gives for each group, and which figures add up. */
export function Facts({ table, model }: { table: GoldTable; model?: Schemas['SemanticModel'] }) {
  const { t } = useTranslation('gold')
  const names = namesOf(table)
  const measures = table.query?.measures ?? []
  const computed = measures.filter(({ formula }) => formula !== undefined)
  const odd = ODD.map((how) => ({
    how,
    names: measures.filter((one) => adding(one, model) === how).map(({ name }) => name),
  })).filter(({ names: those }) => those.length > 0)
  return (
    <Stack gap={6}>
      <Named label={t('facts.dimensions')} names={names.dimensions} none={t('facts.whole')} />
      <Named label={t('facts.measures')} names={names.measures} none="–" color="gold" />
      {computed.map(({ name, formula }) => (
        <Note key={name} of={[name]}>
          {t('facts.computed', {
            formula: formula?.replaceAll('*', '×').slice(0, 200),
          })}
        </Note>
      ))}
      {odd.map(({ how, names: those }) => (
        <Note key={how} of={those}>
          {t(`adding.${how}`, { count: those.length })}
        </Note>
      ))}
    </Stack>
  )
}

function Note({ of, children }: { of: string[]; children: ReactNode }) {
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {of.map((name, place) => (
        <Fragment key={name}>
          {place > 0 && ', '}
          <bdi>{inWords(name).slice(0, 200)}</bdi>
        </Fragment>
      ))}
      : {children}
    </Text>
  )
}

function Named(props: { label: string; names: string[]; none: string; color?: string }) {
  return (
    <Group gap={6} role="group" aria-label={props.label}>
      <Text size="xs" c="dimmed">
        {props.label}
      </Text>
      {props.names.length === 0 && <Text size="xs">{props.none}</Text>}
      {props.names.map((name, index) => (
        <Tooltip key={index} label={name.slice(0, 300)} multiline maw={400} openDelay={600}>
          <Badge
            variant="light"
            color={props.color ?? 'gray'}
            tt="none"
            fw={500}
            maw={220}
            c="var(--mantine-color-text)"
          >
            <bdi>{inWords(name).slice(0, 120)}</bdi>
          </Badge>
        </Tooltip>
      ))}
    </Group>
  )
}
