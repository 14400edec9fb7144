/** What a Gold table is called where it is clear whose it is. */
export function goldName(source: string, table: string): string {
  const owner = `gold_${source}_`
  return table.startsWith(owner) && table.length > owner.length ? table.slice(owner.length) : table
}
