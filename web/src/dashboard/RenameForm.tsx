import { ActionIcon, Group, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRename } from '../answers/questions'

/** Calls a pinned question otherwise: Enter does, Escape leaves it. */
export function RenameForm({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation('dashboard')
  const [other, setOther] = useState(name)
  const rename = useRename()
  const wished = other.trim()
  return (
    <form
      style={{ flex: 1 }}
      onSubmit={(event) => {
        event.preventDefault()
        if (wished === name) onClose()
        else if (wished) rename.mutate({ name, other: wished }, { onSuccess: onClose })
      }}
    >
      <Group gap={4} wrap="nowrap" align="flex-start">
        <TextInput
          flex={1}
          size="xs"
          aria-label={t('newName', { name })}
          value={other}
          maxLength={80}
          autoFocus
          error={rename.error?.message}
          onChange={(event) => setOther(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
        <ActionIcon type="submit" size={30} loading={rename.isPending} aria-label={t('rename')}>
          <IconCheck size={16} />
        </ActionIcon>
      </Group>
    </form>
  )
}
