import { MultiSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Several } from '../gold/Several'
import type { Hierarchy } from './model'

type Props = {
  hierarchies: Hierarchy[]
  dimensions: string[]
  at: (pointer: string) => string[]
  onChange: (hierarchies: Hierarchy[]) => void
}

/** Groups within groups, such as country and city. */
export function Hierarchies({ hierarchies, dimensions, at, onChange }: Props) {
  const { t } = useTranslation('semantic')
  return (
    <Stack gap="sm" component="section" aria-label={t('hierarchies.title')}>
      <Title order={3}>{t('hierarchies.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('hierarchies.hint')}
      </Text>
      <Several
        title=""
        add={t('hierarchies.add')}
        remove={(number) => t('hierarchies.remove', { number })}
        values={hierarchies}
        fresh={(): Hierarchy => ({ name: '', levels: [] })}
        onChange={onChange}
      >
        {(hierarchy, index, change) => (
          <>
            <TextInput
              label={t('fields.name')}
              value={hierarchy.name}
              error={at(`/hierarchies/${index}/name`)[0]}
              onChange={(event) => change({ ...hierarchy, name: event.currentTarget.value })}
              style={{ flex: '1 1 140px' }}
            />
            <MultiSelect
              label={t('hierarchies.levels')}
              data={[...new Set([...dimensions, ...hierarchy.levels])].filter(Boolean)}
              searchable
              limit={200}
              value={hierarchy.levels}
              error={at(`/hierarchies/${index}/levels`)[0]}
              onChange={(levels) => change({ ...hierarchy, levels })}
              style={{ flex: '2 1 240px' }}
            />
          </>
        )}
      </Several>
    </Stack>
  )
}
