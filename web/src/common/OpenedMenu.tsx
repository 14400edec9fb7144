import './components.css'
import { Menu, type MenuProps } from '@mantine/core'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import type { Action, Opener } from './ActionMenu'

export type OpenedMenuProps = {
  actions: readonly Action[]
  position?: MenuProps['position']
  button: (opener: Opener) => ReactElement
}

/** A menu that opens as it appears, for its button has been pressed. */
export function OpenedMenu({ actions, position, button }: OpenedMenuProps) {
  const opener = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    // The button that was pressed has given way to this one, to which the focus comes back.
    opener.current?.focus()
    const frame = requestAnimationFrame(() => setOpened(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <Menu opened={opened} onChange={setOpened} returnFocus {...(position && { position })}>
      <Menu.Target>{button({ ref: opener })}</Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Entry key={action.key} action={action} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Entry({ action }: { action: Action }) {
  const look = {
    leftSection: action.icon,
    fw: action.current ? 700 : 400,
    ...(action.lang && { lang: action.lang }),
    ...(action.color && { color: action.color }),
    ...(action.disabled && { disabled: true }),
  }
  return 'to' in action ? (
    <Menu.Item {...look} component={Link} to={action.to}>
      {action.label}
    </Menu.Item>
  ) : (
    <Menu.Item {...look} onClick={action.onClick}>
      {action.label}
    </Menu.Item>
  )
}
