import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowsHorizontal,
  IconDots,
  IconMessageCircle,
  IconPencil,
  IconPinnedOff,
  IconRefresh,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { keys } from '../api/queries'
import { usePin, useUnpin } from '../answers/questions'
import type { Pinned } from './usePinned'

/** What can be done with a pinned question. */
export function CardMenu({ question, onRename }: { question: Pinned; onRename: () => void }) {
  const { t } = useTranslation('dashboard')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const pin = usePin()
  const unpin = useUnpin()
  const { name } = question
  const search = new URLSearchParams({ kept: name })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('menu', { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconMessageCircle size={16} />}
          onClick={() => void navigate(`/ask?${search}`)}
        >
          {t('openInAsk')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRefresh size={16} />}
          onClick={() =>
            void queries.invalidateQueries({ queryKey: [...keys.questions, name, 'answer'] })
          }
        >
          {t('refresh')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onRename}>
          {t('rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowsHorizontal size={16} />}
          onClick={() => pin.mutate({ name, pin: { wide: !question.pin.wide } })}
        >
          {question.pin.wide ? t('narrow') : t('wide')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPinnedOff size={16} />} onClick={() => unpin.mutate(name)}>
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
