import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { inWords } from '../common/names'
import { Notice } from '../common/Notice'
import type { GoldTable, Richer } from './tables'

type Props = { richer: Richer[]; busy: boolean; onBuild: (tables: GoldTable[]) => void }

/** Says which figures the cleaned rows have come to give, and adds them to the tables that lack them. */
export function Gained({ richer, busy, onBuild }: Props) {
  const { t, i18n } = useTranslation('gold')
  if (richer.length === 0) return null
  const names = [...new Set(richer.flatMap(({ gained }) => gained.map(inWords)))]
  const figures = new Intl.ListFormat(i18n.language).format(names)
  return (
    <Notice title={t('gained.title', { count: names.length })}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('gained.what', { count: richer.length, figures })}
      </Text>
      <Button
        mt="xs"
        size="xs"
        variant="default"
        loading={busy}
        onClick={() => onBuild(richer.map(({ table }) => table))}
      >
        {t('gained.add', { count: richer.length })}
      </Button>
    </Notice>
  )
}
