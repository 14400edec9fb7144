import type { Schemas } from '../api/api'

/** Where a source comes from, as people say it. */
export type Place =
  | { kind: 'upload'; file: string; part?: string | undefined }
  | { kind: 'file'; file: string; part?: string | undefined }
  | { kind: 'folder'; file: string }
  | { kind: 'table'; file: string; part: string }
  | { kind: 'query'; file: string }

export function placeOf(origin: Schemas['Origin']): Place {
  switch (origin.kind) {
    case 'file': {
      const { part, file_name: file, uploaded } = origin
      const named = [part?.entry, part?.table].filter(Boolean).join(' › ')
      return { kind: uploaded ? 'upload' : 'file', file, part: named || undefined }
    }
    case 'folder':
      return { kind: 'folder', file: `${lastOf(origin.path)}/${origin.pattern}` }
    case 'database': {
      const { relation, address } = origin
      if (relation.kind === 'query') return { kind: 'query', file: lastOf(address) }
      const part = [relation.schema, relation.name].filter(Boolean).join('.')
      return { kind: 'table', file: lastOf(address), part }
    }
  }
}

/** A path's or an address's last part: the rest is for whoever looks closer. */
function lastOf(path: string): string {
  return path.split(/[/\\]/).filter(Boolean).at(-1) ?? path
}

/** What a source is made of, in full. */
export function fullPlace(origin: Schemas['Origin']): string {
  switch (origin.kind) {
    case 'file':
      return origin.uploaded ? origin.file_name : origin.path
    case 'folder':
      return `${origin.path}/${origin.pattern}`
    case 'database':
      return origin.address
  }
}

/** Sources of one origin together, in the order in which they came; the newest origin first. */
export interface Group {
  originId: string
  sources: Schemas['SourceDetail'][]
}

export function grouped(sources: readonly Schemas['SourceDetail'][]): Group[] {
  const groups = new Map<string, Group>()
  for (const source of sources) {
    const group = groups.get(source.origin_id) ?? { originId: source.origin_id, sources: [] }
    group.sources.push(source)
    groups.set(source.origin_id, group)
  }
  const newest = (group: Group) =>
    group.sources.reduce((latest, { created_at: at }) => (at > latest ? at : latest), '')
  return [...groups.values()].sort((a, b) => newest(b).localeCompare(newest(a)))
}

/** Whether every word is found in what a source is called or comes from. */
export function fits(source: Schemas['SourceDetail'], words: string): boolean {
  const text = `${source.name} ${source.id} ${fullPlace(source.origin)}`.toLocaleLowerCase()
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
