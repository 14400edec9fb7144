import { Button, Collapse, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCode } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import { Sql } from '../sql/Sql'

/** The SQL that makes the column, for whoever wants to see it. */
export function ColumnSql({ measurement }: { measurement?: Schemas['ColumnMeasurement'] }) {
  const { t } = useTranslation('silver')
  const [opened, { toggle }] = useDisclosure()
  const sql = measurement?.column.cast_expression
  return (
    <Stack gap="xs">
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        aria-expanded={opened}
        leftSection={<IconCode size={16} />}
        onClick={toggle}
      >
        {t('sql.column')}
      </Button>
      <Collapse expanded={opened}>
        {opened && sql && <Sql sql={sql} label={t('sql.column')} />}
      </Collapse>
    </Stack>
  )
}
