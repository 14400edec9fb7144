import { List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { count, figures } from '../common/format'
import { useTold } from '../said/useTold'
import { RecipeChanges } from './RecipeChanges'

const WAYS = [
  'unchanged',
  'changed',
  'entered',
  'left',
  'rejected',
  'rescued',
  'became_duplicates',
  'ceased_duplicates',
  'filtered',
] as const

/** What a recipe would change: rows, the recipe itself, and the numbers made of it. */
export function DifferenceSummary({ difference }: { difference: Schemas['SilverDifference'] }) {
  const { t } = useTranslation('builds')
  const { rows, gold } = difference
  const ways = WAYS.filter((way) => rows[way] !== 0)
  return (
    <Stack gap="sm">
      <section>
        <Title order={3} size="h6">
          {t('preview.rows')}
        </Title>
        <List size="sm">
          {ways.map((way) => (
            <List.Item key={way}>
              {t(`preview.${way}`, { count: rows[way], rows: count(rows[way]) })}
            </List.Item>
          ))}
        </List>
        {ways.every((way) => way === 'unchanged') && <Text size="sm">{t('preview.nothing')}</Text>}
      </section>
      <section>
        <Title order={3} size="h6">
          {t('preview.recipe')}
        </Title>
        <RecipeChanges changes={difference.recipe} />
      </section>
      {gold.length > 0 && (
        <section>
          <Title order={3} size="h6">
            {t('preview.gold')}
          </Title>
          <List size="sm">
            {gold.map((table) => (
              <List.Item key={table.table} style={{ overflowWrap: 'anywhere' }}>
                <GoldChange table={table} />
              </List.Item>
            ))}
          </List>
        </section>
      )}
    </Stack>
  )
}

function GoldChange({ table }: { table: Schemas['GoldDifference'] }) {
  const { t } = useTranslation('builds')
  const told = useTold()
  if (table.problem) return <span {...told.trouble(table)} />
  const groups = table.changed + table.appeared + table.disappeared
  if (groups === 0) return <>{t('preview.goldSame', { table: table.table })}</>
  const measures = table.measures.filter((measure) => measure.changed)
  return (
    <>
      {table.table}: {t('preview.groups', { count: groups })}
      {measures.map((measure) => {
        const [before, after] = figures(measure.before ?? '', measure.after ?? '')
        return (
          <Text key={measure.measure} size="sm">
            {t('preview.measure', {
              measure: measure.measure,
              before: before || t('preview.none'),
              after: after || t('preview.none'),
            })}
          </Text>
        )
      })}
    </>
  )
}
