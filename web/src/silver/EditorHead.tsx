import { ActionIcon, Button, Group, Menu, Text, Title, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBookmark,
  IconDots,
  IconRefresh,
  IconStack2,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ago } from '../common/format'
import { LayerBadge } from '../common/LayerBadge'
import type { Draft, Edit } from './draft/history'
import type { InForce } from './draft/recipe'

export type Dialog = 'apply' | 'start' | 'save' | 'again'

interface Props {
  draft: Draft
  inForce: InForce
  edit: (edit: Edit) => void
  onDialog: (dialog: Dialog) => void
}

/** What this is, whose recipe is in force, and what one may do with the whole of it. */
export function EditorHead({ draft, inForce, edit, onDialog }: Props) {
  const { t, i18n } = useTranslation('silver')
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Group gap="xs">
          <Title order={2} size="h3">
            {t('title')}
          </Title>
          <LayerBadge layer="silver" />
        </Group>
        <Text size="sm" c="dimmed">
          {inForce.number === 0 || !inForce.created_at
            ? t('head.suggestion')
            : t(`head.inForce.${inForce.author}`, {
                number: inForce.number,
                when: ago(inForce.created_at, i18n.language),
              })}
        </Text>
      </div>
      <Group gap="xs">
        <Tooltip label={t('head.undoHint')}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('head.undo')}
            disabled={draft.past.length === 0}
            onClick={() => edit({ do: 'undo' })}
          >
            <IconArrowBackUp size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('head.redoHint')}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('head.redo')}
            disabled={draft.future.length === 0}
            onClick={() => edit({ do: 'redo' })}
          >
            <IconArrowForwardUp size={18} />
          </ActionIcon>
        </Tooltip>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={16} />}>
              {t('head.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => onDialog('again')}>
              {t('again.title')}
            </Menu.Item>
            <Menu.Item leftSection={<IconStack2 size={16} />} onClick={() => onDialog('start')}>
              {t('recipes.start')}
            </Menu.Item>
            <Menu.Item leftSection={<IconBookmark size={16} />} onClick={() => onDialog('save')}>
              {t('recipes.save')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Group>
  )
}
