import { useQueryClient } from '@tanstack/react-query'
import type { Schemas } from '../api/api'
import { keys } from '../api/queries'

/** How many columns a source has, as far as that is known before any of its rows were fetched. */
export function useWidth(source: string): number {
  const known = useQueryClient().getQueryData<Schemas['SourceDetail']>(keys.source(source))
  return known?.metadata?.medallion_config?.landing?.columns?.length ?? 0
}
