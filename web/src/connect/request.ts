import type { Schemas } from '../api/api'

export type System = Schemas['ConnectionSystem']

/** Reached over a network, or a file of the machine that Assay runs on. */
export const SERVERS = [
  'postgresql',
  'mysql',
  'mariadb',
  'sqlserver',
  'oracle',
  'bigquery',
] as const satisfies readonly System[]
export const FILES = ['sqlite', 'duckdb', 'h2'] as const satisfies readonly System[]

export function isFile(system: System): boolean {
  return (FILES as readonly System[]).includes(system)
}

/** What somebody has typed. */
export interface Wish {
  system: System
  name: string
  host: string
  port: number | ''
  database: string
  user: string
  secret: string
  tls: Schemas['Tls']
}

export const EMPTY: Wish = {
  system: 'postgresql',
  name: '',
  host: 'localhost',
  port: '',
  database: '',
  user: '',
  secret: '',
  tls: 'prefer',
}

/** What is sent: only what this kind of database has, and what was given. */
export function requestOf(wish: Wish): Schemas['ConnectionRequest'] {
  const request: Schemas['ConnectionRequest'] = { system: wish.system }
  const server = !isFile(wish.system) && wish.system !== 'bigquery'
  if (wish.name.trim()) request.name = wish.name.trim()
  if (wish.database.trim()) request.database = wish.database.trim()
  if (wish.secret && wish.system !== 'sqlite' && wish.system !== 'duckdb') {
    request.secret = wish.secret
  }
  if (wish.user.trim() && (server || wish.system === 'h2')) request.user = wish.user.trim()
  if (server) {
    request.host = wish.host.trim()
    if (wish.port !== '') request.port = wish.port
    request.tls = wish.tls
  }
  return request
}

export const PORTS: Partial<Record<System, number>> = {
  postgresql: 5432,
  mysql: 3306,
  mariadb: 3306,
  sqlserver: 1433,
  oracle: 1521,
}

/** What a table is called where it is chosen: unique in its database. */
export function labelOf(table: Pick<Schemas['FoundTable'], 'schema' | 'name'>): string {
  return [table.schema, table.name].filter(Boolean).join('.')
}

/** The project that a service account's key is of, where the text is one. */
export function projectOf(key: string): string | undefined {
  try {
    const read: unknown = JSON.parse(key)
    if (typeof read !== 'object' || read === null || !('project_id' in read)) return undefined
    return typeof read.project_id === 'string' ? read.project_id : undefined
  } catch {
    return undefined
  }
}
