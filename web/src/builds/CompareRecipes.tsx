import { Card, Group, Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Schemas } from '../api/api'
import { Await } from '../common/Await'
import { moment } from '../common/format'
import { useRecipeDifference } from './queries'
import { RecipeChanges } from './RecipeChanges'

/** How any two recipes differ, in plain words; the last two unless chosen otherwise. */
export function CompareRecipes(props: { id: string; versions: Schemas['RecipeVersion'][] }) {
  const { t } = useTranslation('builds')
  const [search, setSearch] = useSearchParams()
  const { id, versions } = props
  const number = (place: number) => String(versions[place]?.number ?? '')
  const from = search.get('from') ?? number(1)
  const to = search.get('to') ?? number(0)
  const difference = useRecipeDifference(id, from, to)
  const options = versions.map((version) => ({
    value: String(version.number),
    label: `${t('recipes.number', { number: version.number })} · ${moment(version.created_at)}`,
  }))
  const choose = (which: 'from' | 'to') => (value: string | null) =>
    setSearch(
      { show: 'recipes', from, to, ...(value !== null && { [which]: value }) },
      { replace: true },
    )
  return (
    <Card withBorder padding="md" component="section" aria-label={t('recipes.compare')}>
      <Text fw={600} mb="xs">
        {t('recipes.compare')}
      </Text>
      <Group gap="sm" mb="sm">
        <Select
          label={t('recipes.from')}
          allowDeselect={false}
          value={from}
          onChange={choose('from')}
          data={options}
        />
        <Select
          label={t('recipes.to')}
          allowDeselect={false}
          value={to}
          onChange={choose('to')}
          data={options}
        />
      </Group>
      <div aria-live="polite">
        {from === to ? (
          <Text size="sm">{t('recipes.same')}</Text>
        ) : (
          <Await query={difference}>{(found) => <RecipeChanges changes={found.changes} />}</Await>
        )}
      </div>
    </Card>
  )
}
