import { Alert, Card, Group, Loader, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../common/Failure'
import { count } from '../common/format'
import { useTold } from '../said/useTold'
import { PlanView } from './PlanView'
import { ResultChart } from './ResultChart'
import type { GoldTable } from './tables'
import type { Preview } from './usePreview'

type Props = {
  id: string
  table: GoldTable
  version: string
  /** How many cleaned rows there are. */
  rows?: number
  preview: Preview
}

/** What would come of the table as it stands now: its chart, its rows, and what a build would do. */
export function EditorPreview({ id, table, version, rows, preview }: Props) {
  const { t } = useTranslation('gold')
  const told = useTold()
  return (
    <Stack gap="sm" miw={0}>
      <Group gap="xs">
        <Title order={3} size="h4">
          {t('preview.title')}
        </Title>
        {!preview.isSettled && <Loader size="xs" aria-label={t('preview.working')} />}
      </Group>
      <div aria-live="polite">
        {preview.problem ? (
          <Text size="sm" c="var(--mantine-color-error)">
            {t('preview.mend', { count: Math.max(1, preview.problem.problems.length) })}
          </Text>
        ) : (
          preview.data && (
            <Text size="sm">
              {t('preview.rows', { count: preview.data.rows, rows: count(preview.data.rows) })}
            </Text>
          )
        )}
      </div>
      {preview.problem && preview.problem.problems.length === 0 && (
        <Failure error={preview.problem} />
      )}
      {preview.error && !preview.problem && <Failure error={preview.error} />}
      {!preview.data && !preview.error && <Skeleton height={220} />}
      {preview.data && (
        <>
          {preview.data.refusal && <Alert color="red" {...told.refusal(preview.data)} />}
          {preview.isSettled && (
            <Card withBorder padding="sm">
              <ResultChart
                id={id}
                table={table}
                version={version}
                height={280}
                {...(rows !== undefined && { of: rows })}
              />
            </Card>
          )}
          {preview.data.notes?.map((note) => (
            <Alert key={note} color="gray" lang="en" icon={<IconInfoCircle />}>
              {note}
            </Alert>
          ))}
          {/* Its last step tells the name. */}
          {table.name.trim() !== '' && <PlanView preview={preview.data} />}
        </>
      )}
    </Stack>
  )
}
