import { ActionIcon, FileButton, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots, IconRefresh, IconReplace, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'

const RemoveSource = lazy(async () => ({
  default: (await import('./RemoveSource')).RemoveSource,
}))

/** What one does with a source as a whole. */
export function SourceMenu(props: {
  source: Schemas['SourceDetail']
  busy: boolean
  onSync: () => void
  onReplace: (file: File) => void
}) {
  const { source, busy, onSync, onReplace } = props
  const { t } = useTranslation('home')
  const [removing, remove] = useDisclosure()
  const reset = useRef<() => void>(null)
  const uploaded = source.origin.kind === 'file' && source.origin.uploaded
  return (
    <>
      <FileButton
        resetRef={reset}
        onChange={(file) => {
          if (file) onReplace(file)
          reset.current?.()
        }}
        inputProps={{ 'aria-label': t('menu.replaceBy', { name: source.name }) }}
      >
        {({ onClick: choose }) => (
          <Menu position="bottom-end" keepMounted={false}>
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('menu.of', { name: source.name })}
              >
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {uploaded ? (
                <Menu.Item leftSection={<IconReplace size={16} />} disabled={busy} onClick={choose}>
                  {t('menu.replace')}
                </Menu.Item>
              ) : (
                <Menu.Item leftSection={<IconRefresh size={16} />} disabled={busy} onClick={onSync}>
                  {t('menu.sync')}
                </Menu.Item>
              )}
              <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={remove.open}>
                {t('menu.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </FileButton>
      {removing && (
        <Suspense fallback={null}>
          <RemoveSource source={source} opened={removing} onClose={remove.close} />
        </Suspense>
      )}
    </>
  )
}
