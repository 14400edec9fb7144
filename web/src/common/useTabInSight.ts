import { useEffect, useRef } from 'react'

/** Brings the chosen tab into sight where a narrow page cannot show all; the ref is for their list. */
export function useTabInSight(chosen: string) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
    if (!list.current || !tab) return
    const beside = (list.current.clientWidth - tab.offsetWidth) / 2
    list.current.scrollLeft = tab.offsetLeft - list.current.offsetLeft - beside
  }, [chosen])
  return list
}
