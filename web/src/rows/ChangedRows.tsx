import { Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../api/queries'
import { Await } from '../common/Await'
import { count } from '../common/format'
import { pageSize, useRows } from '../common/grid/useRows'
import { useAddress, type Fate } from './address'
import { ChangedRowDrawer } from './ChangedRowDrawer'
import { ChangesGrid } from './ChangesGrid'
import { FateChoice } from './FateChoice'
import { changesOf, type ChangedRow, type Changes } from './fetching'
import { useWidth } from './useWidth'

/** Every row as it was received beside what cleaning made of it. */
export function ChangedRows({ source, fate }: { source: string; fate: Fate | undefined }) {
  const { t } = useTranslation('rows')
  const { beside, change } = useAddress()
  const [opened, setOpened] = useState<number>()
  const width = useWidth(source)
  const fetch = useMemo(() => changesOf(source, fate), [source, fate])
  const rows = useRows<ChangedRow, Changes>({
    queryKey: keys.rows(source, 'changes', fate),
    size: pageSize(width),
    fetch,
  })
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <FateChoice source={source} fate={fate} onChoose={(next) => change({ fate: next })} />
        <SegmentedControl
          size="xs"
          aria-label={t('cells.label')}
          data={[
            { value: 'together', label: t('cells.together') },
            { value: 'beside', label: t('cells.beside') },
          ]}
          value={beside ? 'beside' : 'together'}
          onChange={(next) => change({ cells: next === 'beside' ? 'beside' : undefined })}
        />
      </Group>
      <Await query={rows.first}>
        {(first) =>
          first.total === 0 ? (
            <Text c="dimmed" py="xl" ta="center">
              {t(fate === undefined ? 'noRows' : `noFate.${fate}`)}
            </Text>
          ) : (
            <>
              <ChangesGrid
                key={`${fate}`}
                label={t('show.changes')}
                first={first}
                beside={beside}
                rowAt={rows.rowAt}
                onSight={rows.onSight}
                onOpen={setOpened}
              />
              <Text size="xs" c="dimmed" aria-live="polite">
                {t('rowsInAll', { count: first.total, rows: count(first.total) })}
              </Text>
            </>
          )
        }
      </Await>
      <ChangedRowDrawer
        queryKey={keys.rows(source, 'changes', fate)}
        fetch={fetch}
        row={opened}
        onClose={() => setOpened(undefined)}
      />
    </Stack>
  )
}
