import { Badge, Chip, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { shortCount } from '../common/format'
import { useFates } from '../rejects/queries'
import type { Fate } from './address'

/** Chooses rows by what became of them; fates that no row has are left out. */
export function FateChoice(props: {
  source: string
  fate: Fate | undefined
  onChoose: (fate: Fate | undefined) => void
}) {
  const { t } = useTranslation('rows')
  const fates = useFates(props.source)
  const some = (fates.data ?? []).filter((one) => one.rows > 0 || one.fate === props.fate)
  const all = some.reduce((sum, one) => sum + one.rows, 0)
  const choices: { value: string; label: string; rows: number | undefined }[] = [
    { value: '', label: t('fate.all'), rows: fates.data ? all : undefined },
    ...some.map((one) => ({ value: one.fate, label: t(`fate.${one.fate}`), rows: one.rows })),
  ]
  return (
    <Chip.Group
      value={props.fate ?? ''}
      onChange={(next) => props.onChoose(next === '' ? undefined : (next as Fate))}
    >
      <Group gap={6} role="group" aria-label={t('fate.label')}>
        {choices.map((choice) => (
          <Chip key={choice.value} value={choice.value} size="sm" variant="light">
            <span>{choice.label}</span>
            {choice.rows !== undefined && (
              <Badge
                component="span"
                ml={6}
                size="sm"
                variant="transparent"
                color="gray"
                c="inherit"
              >
                {shortCount(choice.rows)}
              </Badge>
            )}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
}
