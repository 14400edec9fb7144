import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconDots,
  IconHistory,
  IconRefresh,
  IconTable,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Schemas } from '../api/api'

/** What can be done with a layer, or with one table of it. */
export function LayerMenu(props: {
  label: string
  base: string
  layer: Schemas['Layer']
  table?: string
  readable: boolean
  refresh: string
  onRefresh: () => void
  onDrop: () => void
  onUndo?: () => void
}) {
  const { t } = useTranslation('sources')
  const where = new URLSearchParams({
    layer: props.layer,
    ...(props.table === undefined ? {} : { table: props.table }),
  }).toString()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="md" aria-label={props.label}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {props.readable && (
          <Menu.Item
            component={Link}
            to={`${props.base}/rows?${where}`}
            leftSection={<IconTable size={16} />}
          >
            {t('strip.see')}
          </Menu.Item>
        )}
        <Menu.Item
          component={Link}
          to={`${props.base}/builds?${where}`}
          leftSection={<IconHistory size={16} />}
        >
          {t('strip.history')}
        </Menu.Item>
        <Menu.Item leftSection={<IconRefresh size={16} />} onClick={props.onRefresh}>
          {props.refresh}
        </Menu.Item>
        {props.onUndo && (
          <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={props.onUndo}>
            {t('strip.undo')}
          </Menu.Item>
        )}
        {props.readable && (
          <Menu.Item
            color="var(--mantine-color-error)"
            leftSection={<IconTrash size={16} />}
            onClick={props.onDrop}
          >
            {t('strip.drop')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
