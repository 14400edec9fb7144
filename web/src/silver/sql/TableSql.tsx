import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Await } from '../../common/Await'
import type { Check } from '../queries'
import { Sql } from './Sql'

/** Every statement that a build by the draft would run. */
export function TableSql({ check }: { check: Check }) {
  const { t } = useTranslation('silver')
  return (
    <Await query={check}>
      {(preview) => (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('sql.tableHint')}
          </Text>
          <Sql
            label={t('sql.table')}
            sql={preview.plan
              .filter((step) => step.sql.length > 0)
              .map((step) => `-- ${step.description}\n${step.sql.join(';\n')};`)
              .join('\n\n')}
          />
        </Stack>
      )}
    </Await>
  )
}
