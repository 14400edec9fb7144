import { Loader, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../common/Failure'
import { Problem } from '../../api/problems'
import type { Measuring } from '../queries'
import { Value } from './Value'

/** Real values before and after; those of the latest edit that was measured. */
export function LivePreview({ measuring, masked }: { measuring: Measuring; masked: boolean }) {
  const { t } = useTranslation('silver')
  const { query, behind } = measuring
  const examples = query.data?.examples ?? []
  return (
    <section aria-label={t('preview.label')} aria-busy={behind}>
      <Text fw={600} size="sm" mb={4}>
        {t('preview.label')} {behind && <Loader size={12} aria-hidden />}
      </Text>
      {query.error && !behind && !fieldsTell(query.error) && <Failure error={query.error} />}
      {examples.length === 0 ? (
        <Text size="sm" c="dimmed">
          {masked ? t('preview.masked') : query.data ? t('preview.none') : t('preview.wait')}
        </Text>
      ) : (
        <Table layout="fixed" verticalSpacing={4} aria-label={t('preview.label')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('preview.before')}</Table.Th>
              <Table.Th>{t('preview.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {examples.map((example, index) => (
              <Table.Tr key={index}>
                <Table.Td>
                  <Value text={example.before} />
                </Table.Td>
                <Table.Td>
                  {example.failed ? (
                    <Text size="sm" c="var(--mantine-color-error)" span>
                      <IconAlertTriangle size={14} aria-hidden /> {t('preview.failed')}
                    </Text>
                  ) : (
                    <Value text={example.after} />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <VisuallyHidden aria-live="polite">{behind ? '' : t('preview.ready')}</VisuallyHidden>
    </section>
  )
}

/** Problems with a place stand at their fields. */
const fieldsTell = (error: Error) =>
  error instanceof Problem && error.problems.some((problem) => problem.pointer !== '')
