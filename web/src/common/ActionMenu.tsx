import { useState, type ComponentType, type ReactElement, type ReactNode, type Ref } from 'react'
import type { OpenedMenuProps } from './OpenedMenu'

/** Something to choose: done at once, or a place of this page. */
export type Action = {
  key: string
  label: string
  icon?: ReactNode
  color?: string
  lang?: string
  /** Chosen now. */
  current?: boolean
  disabled?: boolean
} & ({ onClick: () => void } | { to: string })

/** What the button that opens the menu is given. */
export type Opener = {
  ref?: Ref<HTMLButtonElement>
  'aria-haspopup'?: 'menu'
  'aria-expanded'?: boolean
  onClick?: () => void
  onFocus?: () => void
  onPointerEnter?: () => void
}

type Props = {
  actions: readonly Action[]
  position?: OpenedMenuProps['position']
  /** The button; it hands on what it is given. */
  button: (opener: Opener) => ReactElement
}

const fetched = () => import('./OpenedMenu')

/** Fetches ahead; whether that worked is seen when the menu is opened. */
const ahead = () => void fetched().catch(() => undefined)

/** A button with a menu behind it, which is fetched when somebody is about to open it: the first view does without. */
export function ActionMenu(props: Props) {
  const [Opened, setOpened] = useState<ComponentType<OpenedMenuProps>>()
  if (Opened) return <Opened {...props} />
  const open = () =>
    // Where the server is away, the page says so already.
    void fetched().then(
      ({ OpenedMenu }) => setOpened(() => OpenedMenu),
      () => undefined,
    )
  return props.button({
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: open,
    onFocus: ahead,
    onPointerEnter: ahead,
  })
}
