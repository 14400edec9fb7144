import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconTableOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schemas } from '../api/api'
import { useMedallion } from '../api/queries'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import { useSourceId } from '../sources/SourcePage'
import { useAddress, type Shown } from './address'
import { ChangedRows } from './ChangedRows'
import { ExportMenu } from './ExportMenu'
import { MalformedLines } from './MalformedLines'
import { TableRows } from './TableRows'
import { WhatToShow } from './WhatToShow'

type LayerState = Schemas['MedallionLayer']

/** The rows of a source at any stage: before and after cleaning, or one layer alone. */
export function Component() {
  const { t } = useTranslation('rows')
  const id = useSourceId()
  const medallion = useMedallion(id)
  const address = useAddress()
  return (
    <Await query={medallion}>
      {({ layers }) => {
        const published = layers.filter((layer) => layer.published_build)
        const shown = whatThereIs(address.shown, published)
        return (
          <Stack gap="sm">
            <Group justify="space-between" gap="sm">
              <Title order={2} size="h3">
                {t('title')}
              </Title>
              {published.length > 0 && (
                <Group gap="xs">
                  <WhatToShow shown={shown} published={published} onShow={address.change} />
                  <ExportMenu source={id} shown={shown} />
                </Group>
              )}
            </Group>
            {isMissing(shown, published) ? (
              <Empty icon={<IconTableOff />} title={t('none')}>
                <Text>{t('noneHint')}</Text>
                <Button component={Link} to={`/sources/${id}`} mt="sm" variant="default">
                  {t('toLayers')}
                </Button>
              </Empty>
            ) : (
              <Rows source={id} shown={shown} />
            )}
          </Stack>
        )
      }}
    </Await>
  )
}

function Rows({ source, shown }: { source: string; shown: Shown }) {
  switch (shown.kind) {
    case 'changes':
      return <ChangedRows source={source} fate={shown.fate} />
    case 'table':
      return <TableRows source={source} layer={shown.layer} table={shown.table} />
    case 'malformed':
      return <MalformedLines source={source} />
  }
}

/** Before and after needs both; where nothing is cleaned yet, what was received is shown. */
function whatThereIs(shown: Shown, published: LayerState[]): Shown {
  const has = (layer: string) => published.some((one) => one.layer === layer)
  if (shown.kind === 'changes' && !has('silver') && shown.fate === undefined) {
    return { kind: 'table', layer: 'bronze', table: undefined }
  }
  if (shown.kind === 'table' && shown.layer === 'gold' && shown.table === undefined) {
    return { ...shown, table: published.find((one) => one.layer === 'gold')?.table_name }
  }
  return shown
}

function isMissing(shown: Shown, published: LayerState[]): boolean {
  const needed =
    shown.kind === 'table' ? shown.layer : shown.kind === 'malformed' ? 'bronze' : 'silver'
  return !published.some((layer) => layer.layer === needed)
}
