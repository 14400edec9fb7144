import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useReducer } from 'react'
import { edited, type Draft, type Edit } from './history'
import { keep, resume } from './keep'
import type { InForce } from './recipe'

/** The recipe of a source while it is edited; it outlives a reload of this tab. */
export function useDraft(source: string, inForce: InForce): [Draft, (edit: Edit) => void] {
  const [draft, dispatch] = useReducer(edited, undefined, () => resume(source, inForce))
  useEffect(() => dispatch({ do: 'arrived', inForce }), [inForce])
  const [settled] = useDebouncedValue(draft, 300)
  useEffect(() => keep(source, settled), [source, settled])
  useEffect(() => {
    const leaving = () => keep(source, draft)
    window.addEventListener('pagehide', leaving)
    return () => {
      window.removeEventListener('pagehide', leaving)
      leaving()
    }
  }, [source, draft])
  return [draft, dispatch]
}
