import type { Schemas } from '../api/api'
import { useSources } from '../api/queries'

type Sources = Schemas['SourceDetail'][]

/** The sources whose tables a query reads. */
export function sourcesOf(query: Schemas['Query'] | undefined, sources: Sources): string[] {
  if (!query) return []
  const tables = [query.table, ...(query.joins ?? []).map((join) => join.table)]
  return sources
    .filter((source) =>
      Object.values(source.metadata.medallion_config.tables).some((names) =>
        (names ?? []).some((name) => tables.includes(name)),
      ),
    )
    .map((source) => source.id)
}

/** The source that an answer is about: the one whose table was asked, or whose table answered. */
export function useSourceOf(answer: Schemas['Answer']): string | undefined {
  const sources = useSources().data ?? []
  const asked = answer.query ?? (answer.table ? { table: answer.table } : undefined)
  const main = asked && { table: asked.table }
  return sourcesOf(main, sources)[0]
}
