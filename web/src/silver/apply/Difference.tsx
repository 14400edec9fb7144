import { Group, Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/api'
import { count } from '../../common/format'
import { ChangedColumns } from './ChangedColumns'
import { GoldEffect } from './GoldEffect'
import { Reasons } from './Reasons'

const COUNTS = ['unchanged', 'changed', 'entered', 'left', 'rejected', 'rescued'] as const

/** What building the draft would change of what is published, on all rows. */
export function Difference({ difference }: { difference: Schemas['SilverDifference'] }) {
  const { t } = useTranslation('silver')
  const { rows } = difference
  return (
    <Stack gap="md">
      <section aria-label={t('difference.rows')}>
        <Text fw={600} mb="xs">
          {t('difference.rows')}
        </Text>
        <Group gap="sm">
          {COUNTS.map((key) => (
            <Paper key={key} withBorder px="sm" py={6}>
              <Text size="xs" c="dimmed">
                {t(`difference.${key}`)}
              </Text>
              <Text fw={600}>{count(rows[key])}</Text>
            </Paper>
          ))}
        </Group>
      </section>
      <Reasons reasons={difference.reasons} />
      <ChangedColumns columns={difference.columns} />
      <GoldEffect gold={difference.gold} />
    </Stack>
  )
}
