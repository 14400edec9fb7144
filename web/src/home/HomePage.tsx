import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconChevronDown, IconDatabasePlus, IconFlask, IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { ActionMenu } from '../common/ActionMenu'
import { Await } from '../common/Await'
import type { Checked } from './check/CheckFiles'
import { DropAnywhere } from './DropAnywhere'
import { FileChooser } from './FileChooser'
import { fits, grouped } from './origin'
import { Cards, SourceGroup } from './SourceGroup'
import { UploadList } from './UploadList'
import { uploads } from './uploads'
import { useLiveSources, useUploads } from './useHome'
import { Welcome } from './Welcome'

/** Fetched when somebody wants to look closely: most never do. */
const CheckFiles = lazy(async () => ({
  default: (await import('./check/CheckFiles')).CheckFiles,
}))

/** From how many sources on one looks for one by its name. */
const MANY = 9

/** All sources, and how more of them come. */
export function Component() {
  const { t } = useTranslation('home')
  const sources = useLiveSources()
  const under = useUploads()
  const [checked, look] = useState<Checked>()
  const [looks, setLooks] = useState(false)
  const setChecked = (wanted: Checked | undefined) => {
    look(wanted)
    setLooks(true)
  }
  const add = (files: File[]) => uploads.add(files)
  const check = (files: File[]) => setChecked({ files })
  const sample = () => uploads.addSample('orders.csv')
  const none = sources.data?.length === 0 && under.length === 0
  // Until it is known whether there is anything, neither way to begin is shown.
  const some = !none && (sources.data !== undefined || under.length > 0)
  return (
    <Stack gap="lg" maw={1280}>
      <DropAnywhere onFiles={add} />
      <Group justify="space-between">
        <Title order={1}>{t('title')}</Title>
        {some && <Adding onFiles={add} onCheck={check} onSample={sample} />}
      </Group>
      {none && <Welcome onFiles={add} onCheck={check} onSample={sample} />}
      <UploadList
        uploads={under}
        sources={sources.data ?? []}
        onCheck={(upload) => {
          if (upload.file) setChecked({ files: [upload.file], instead: upload })
        }}
      />
      <Await query={sources}>{(all) => <Sources all={all} />}</Await>
      {some && (
        <Text size="sm" c="dimmed">
          {t('dropHint')}
        </Text>
      )}
      {looks && (
        <Suspense fallback={null}>
          <CheckFiles checked={checked} onClose={() => setChecked(undefined)} />
        </Suspense>
      )}
    </Stack>
  )
}

function Adding(props: {
  onFiles: (files: File[]) => void
  onCheck: (files: File[]) => void
  onSample: () => void
}) {
  const { t } = useTranslation('home')
  return (
    <Group gap="xs">
      <FileChooser label={t('choose')} onFiles={props.onFiles} />
      <ActionMenu
        position="bottom-end"
        button={(opener) => (
          <Button {...opener} variant="default" rightSection={<IconChevronDown size={16} />}>
            {t('more')}
          </Button>
        )}
        actions={[
          {
            key: 'connect',
            label: t('connect'),
            icon: <IconDatabasePlus size={16} />,
            to: '/connect',
          },
          {
            key: 'sample',
            label: t('sample'),
            icon: <IconFlask size={16} />,
            onClick: props.onSample,
          },
        ]}
      />
      <FileChooser label={t('check.open')} onFiles={props.onCheck} variant="subtle" />
    </Group>
  )
}

function Sources({ all }: { all: Schemas['SourceDetail'][] }) {
  const { t } = useTranslation('home')
  const [words, setWords] = useState('')
  const looked = useDeferredValue(words)
  const groups = grouped(all.filter((source) => fits(source, looked)))
  const alone = groups.filter(({ sources }) => sources.length === 1)
  return (
    <>
      {all.length >= MANY && (
        <TextInput
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          leftSection={<IconSearch size={16} />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          maw={420}
        />
      )}
      {all.length > 0 && groups.length === 0 && <Text role="status">{t('findNone')}</Text>}
      {alone.length > 0 && <Cards sources={alone.flatMap(({ sources }) => sources)} />}
      {groups
        .filter(({ sources }) => sources.length > 1)
        .map((group) => (
          <SourceGroup key={group.originId} group={group} />
        ))}
    </>
  )
}
