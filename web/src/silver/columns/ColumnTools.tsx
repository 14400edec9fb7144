import { Chip, Group, TextInput, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { count } from '../../common/format'
import { SHOWS, type Show } from './items'

interface Props {
  words: string
  show: Show
  shown: number
  all: number
  onWords: (words: string) => void
  onShow: (show: Show) => void
}

/** Narrows the list of columns. */
export function ColumnTools(props: Props) {
  const { t } = useTranslation('silver')
  return (
    <Group gap="sm" wrap="wrap">
      <TextInput
        type="search"
        value={props.words}
        onChange={(event) => props.onWords(event.currentTarget.value)}
        placeholder={t('tools.search')}
        aria-label={t('tools.search')}
        leftSection={<IconSearch size={16} />}
        w={{ base: '100%', xs: 240 }}
      />
      <Chip.Group value={props.show} onChange={(show) => props.onShow(show as Show)}>
        <Group gap={6} role="group" aria-label={t('tools.show')}>
          {SHOWS.map((show) => (
            <Chip key={show} value={show} size="xs" variant="outline">
              {t(`show.${show}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <VisuallyHidden aria-live="polite">
        {t('tools.count', { shown: count(props.shown), all: count(props.all) })}
      </VisuallyHidden>
    </Group>
  )
}
