import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { count } from '../../common/format'
import { aspectsChanged } from '../draft/compare'
import type { Column } from '../draft/recipe'
import { StepWords } from '../steps/StepWords'
import { useSaid } from '../said/useSaid'
import type { OnChange } from './ColumnPanel'

interface Props {
  column: Column
  suggested: Column | undefined
  onTake: OnChange
}

/** Other readings that were measured on all rows; the suggested one among them once it was left. */
export function Alternatives({ column, suggested, onTake }: Props) {
  const { t } = useTranslation('silver')
  const said = useSaid()
  const others = (suggested?.evidence?.alternatives ?? column.evidence?.alternatives ?? []).map(
    (one) => ({
      type: one.target_type,
      cleaning: one.cleaning ?? [],
      failed: one.failed,
      because: one.because ?? undefined,
      author: one.author,
    }),
  )
  const all = suggested
    ? [
        {
          type: suggested.target_type ?? 'TEXT',
          cleaning: suggested.cleaning ?? [],
          failed: suggested.evidence?.failed ?? 0,
          because: suggested.evidence?.because,
          author: suggested.evidence?.author,
        },
        ...others,
      ]
    : others
  const open = all.filter((one) => {
    const taken = { ...column, target_type: one.type, cleaning: one.cleaning }
    return aspectsChanged(column, taken).length > 0
  })
  if (open.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label={t('alternatives.label')}>
      <Text fw={600} size="sm">
        {t('alternatives.label')}
      </Text>
      {open.map((one, index) => (
        <Group key={index} justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Text size="sm">
              <b>{one.type}</b>
              {one.cleaning.map((step, at) => (
                <span key={at}>
                  {' · '}
                  <StepWords step={step} />
                </span>
              ))}
              {' · '}
              {t('evidence.failed', { count: one.failed, rows: count(one.failed) })}
            </Text>
            <Text size="xs" c="dimmed" {...said.alternative(one.because, one.author)} />
          </div>
          <Button
            size="compact-sm"
            variant="default"
            style={{ flexShrink: 0 }}
            aria-label={t('alternatives.takeNamed', { type: one.type })}
            onClick={() => onTake({ target_type: one.type, cleaning: one.cleaning })}
          >
            {t('alternatives.take')}
          </Button>
        </Group>
      ))}
    </Stack>
  )
}
