import { upload, type Schemas } from '../../api/api'
import { formOf, type Reading } from '../uploads'

/** How much of a long text is looked at before it is added whole. */
const MOST = 8 << 20
const TEXT = /\.(csv|tsv|tab|txt)$/i

export type Format = Schemas['CsvDialect']

/** The tables that a file holds. */
export async function tablesOf(file: File, signal: AbortSignal) {
  const form = new FormData()
  form.append('file', await head(file))
  return upload<Schemas['FoundTable'][]>('/api/sources/tables', form, { signal })
}

/** How a file would land, with its first rows. */
export async function previewOf(
  file: File,
  reading: Reading,
  table: string | undefined,
  signal: AbortSignal,
) {
  const form = formOf(await head(file), { ...reading, tables: [] })
  if (table) form.append('table', table)
  return upload<Schemas['LandingPreview']>('/api/sources/preview', form, { signal })
}

/** The beginning of a long text up to the end of a line; anything else whole. */
async function head(file: File): Promise<File> {
  if (file.size <= MOST || !TEXT.test(file.name)) return file
  const bytes = new Uint8Array(await file.slice(0, MOST).arrayBuffer())
  const end = bytes.lastIndexOf(10)
  return new File([bytes.slice(0, end > 0 ? end + 1 : bytes.length)], file.name)
}

/** What a table of a file is called where one chooses it. */
export function nameOf(table: Schemas['FoundTable']): string {
  return [table.schema, table.name].filter(Boolean).join(' › ') || '1'
}
