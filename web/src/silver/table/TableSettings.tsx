import { NumberInput, Paper, SimpleGrid, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problems'
import type { Edit } from '../draft/history'
import { nameOf, type Recipe } from '../draft/recipe'
import type { Check } from '../queries'
import { Deduplicating } from './Deduplicating'
import { RowFilters } from './RowFilters'
import { RowRules } from './RowRules'
import { Shapes } from './Shapes'

interface Props {
  recipe: Recipe
  check: Check
  behind: boolean
  edit: (edit: Edit) => void
}

/** What concerns rows as a whole: which stay, which go, and what must hold between their values. */
export function TableSettings({ recipe, check, behind, edit }: Props) {
  const { t } = useTranslation('silver')
  const names = (recipe.columns ?? []).map(nameOf)
  const problem = !behind && check.error instanceof Problem ? check.error : undefined
  const change = (next: Partial<Recipe>, field?: string) =>
    edit({ do: 'table', change: next, field })
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: 'start' }}>
      <Deduplicating
        value={recipe.deduplication}
        names={names}
        preview={check.data}
        problem={problem}
        onChange={(deduplication, field) => change({ deduplication }, field)}
      />
      <Stack gap="md">
        <RowFilters
          filters={recipe.filters ?? []}
          names={names}
          counts={check.data?.ledger?.filter_reasons ?? {}}
          problem={problem}
          onChange={(filters, field) => change({ filters }, field)}
        />
        <RowRules
          rules={recipe.rules ?? []}
          counts={{
            ...check.data?.ledger?.rejection_reasons,
            ...check.data?.ledger?.warnings,
          }}
          problem={problem}
          onChange={(rules, field) => change({ rules }, field)}
        />
        <Shapes shapes={recipe.shape ?? []} onChange={(shape) => change({ shape })} />
        <Paper withBorder p="md">
          <Title order={3} size="h5" mb="xs">
            {t('limit.title')}
          </Title>
          <NumberInput
            label={t('limit.label')}
            description={t('limit.hint')}
            suffix=" %"
            min={0}
            max={100}
            decimalScale={2}
            value={recipe.reject_limit == null ? '' : recipe.reject_limit * 100}
            error={problem?.at('/reject_limit').join(' ') || undefined}
            onChange={(share) =>
              change(
                { reject_limit: typeof share === 'number' ? share / 100 : undefined },
                'reject_limit',
              )
            }
          />
        </Paper>
      </Stack>
    </SimpleGrid>
  )
}
