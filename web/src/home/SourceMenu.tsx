import { ActionIcon, FileButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots, IconRefresh, IconReplace, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { ActionMenu, type Action } from '../common/ActionMenu'

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
  const renewal = (choose: () => void): Action =>
    uploaded
      ? {
          key: 'replace',
          label: t('menu.replace'),
          icon: <IconReplace size={16} />,
          disabled: busy,
          onClick: choose,
        }
      : {
          key: 'sync',
          label: t('menu.sync'),
          icon: <IconRefresh size={16} />,
          disabled: busy,
          onClick: onSync,
        }
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
          <ActionMenu
            position="bottom-end"
            button={(opener) => (
              <ActionIcon
                {...opener}
                variant="subtle"
                color="gray"
                aria-label={t('menu.of', { name: source.name })}
              >
                <IconDots size={18} />
              </ActionIcon>
            )}
            actions={[
              renewal(choose),
              {
                key: 'remove',
                label: t('menu.remove'),
                icon: <IconTrash size={16} />,
                color: 'var(--mantine-color-error)',
                onClick: remove.open,
              },
            ]}
          />
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
